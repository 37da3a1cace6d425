/** How the client works inside: the way of a letter through journal and pipeline, and the service's JSON. */
@NullMarked
package dk.borgerbro.digitalpost.internal;

import org.jspecify.annotations.NullMarked;

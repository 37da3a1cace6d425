/** A guided tour: each service end to end against its simulator, offline. */
@NullMarked
package dk.borgerbro.examples.tour;

import org.jspecify.annotations.NullMarked;

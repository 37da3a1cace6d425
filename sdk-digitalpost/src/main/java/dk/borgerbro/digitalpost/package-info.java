/** Placeholder. */
@NullMarked
package dk.borgerbro.digitalpost;

import org.jspecify.annotations.NullMarked;

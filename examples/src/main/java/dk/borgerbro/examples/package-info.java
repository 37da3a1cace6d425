/** Placeholder. */
@NullMarked
package dk.borgerbro.examples;

import org.jspecify.annotations.NullMarked;

/** Placeholder. */
@NullMarked
package dk.borgerbro.testkit;

import org.jspecify.annotations.NullMarked;

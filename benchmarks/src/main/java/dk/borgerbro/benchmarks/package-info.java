/** Placeholder. */
@NullMarked
package dk.borgerbro.benchmarks;

import org.jspecify.annotations.NullMarked;

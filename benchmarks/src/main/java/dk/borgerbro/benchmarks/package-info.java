/** What the SDK costs, measured with JMH. */
@NullMarked
package dk.borgerbro.benchmarks;

import org.jspecify.annotations.NullMarked;

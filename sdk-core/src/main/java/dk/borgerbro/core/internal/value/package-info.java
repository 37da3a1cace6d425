/**
 * What the value types share: looking at text as digits, check sums, and the one place that knows iban4j. Not API.
 */
@NullMarked
package dk.borgerbro.core.internal.value;

import org.jspecify.annotations.NullMarked;

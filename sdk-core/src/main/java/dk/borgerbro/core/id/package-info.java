/**
 * Danish identification numbers as values that never print themselves.
 */
@NullMarked
package dk.borgerbro.core.id;

import org.jspecify.annotations.NullMarked;

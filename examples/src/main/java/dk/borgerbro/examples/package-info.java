/** One small program per task; the README shows parts of them. */
@NullMarked
package dk.borgerbro.examples;

import org.jspecify.annotations.NullMarked;

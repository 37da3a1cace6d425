/** The toolbox: checks and explains files offline, on public API only. Answers "why was my message refused?". */
@NullMarked
package dk.borgerbro.examples.toolbox;

import org.jspecify.annotations.NullMarked;

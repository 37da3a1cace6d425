/** Placeholder. */
@NullMarked
package dk.borgerbro.testkit.pki;

import org.jspecify.annotations.NullMarked;

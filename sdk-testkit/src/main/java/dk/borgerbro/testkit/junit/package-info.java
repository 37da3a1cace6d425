/**
 * Simulators in JUnit tests: started once for a test class, fresh for each test, closed at the end, with a check that no client was
 * forgotten.
 */
@NullMarked
package dk.borgerbro.testkit.junit;

import org.jspecify.annotations.NullMarked;

/** Invented persons and organisations for tests and simulators: a closed list, so that a leak guard can look for each of them. */
@NullMarked
package dk.borgerbro.testkit.person;

import org.jspecify.annotations.NullMarked;

/** Reading and writing privilege lists (OIO Basic Privilege Profile 1.2 and 1.0.1). */
@NullMarked
package dk.borgerbro.eid.internal.privilege;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dk.borgerbro.eid.internal.structure;

import org.jspecify.annotations.NullMarked;

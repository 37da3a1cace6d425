@NullMarked
package dk.borgerbro.eid.internal.opensaml;

import org.jspecify.annotations.NullMarked;

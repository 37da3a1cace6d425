/** What the protocols share, hidden from users. */
@NullMarked
package dk.borgerbro.eid.internal;

import org.jspecify.annotations.NullMarked;

/** From attributes to identities: the attribute profiles of OIOSAML Web SSO 3.0.3 and 4.0.0. */
@NullMarked
package dk.borgerbro.eid.internal.identity;

import org.jspecify.annotations.NullMarked;

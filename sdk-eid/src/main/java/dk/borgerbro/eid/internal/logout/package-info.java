/** Who is logged in, and how that ends: the index of sessions and single logout (SAML profiles 4.4). */
@NullMarked
package dk.borgerbro.eid.internal.logout;

import org.jspecify.annotations.NullMarked;

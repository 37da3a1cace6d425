/**
 * One-time state with an expiry, shared between the nodes of an application: pending logins, used message ids.
 */
@NullMarked
package dk.borgerbro.core.store;

import org.jspecify.annotations.NullMarked;

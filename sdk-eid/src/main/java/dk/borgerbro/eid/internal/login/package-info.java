/** A login from its start to the typed identity: the rules in their order, the state between the two steps, the audit trail. */
@NullMarked
package dk.borgerbro.eid.internal.login;

import org.jspecify.annotations.NullMarked;

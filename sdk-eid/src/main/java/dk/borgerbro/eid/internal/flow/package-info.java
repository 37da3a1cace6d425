/** What login and logout share: ids that nobody can guess, keys that tell nothing, and the audit trail. */
@NullMarked
package dk.borgerbro.eid.internal.flow;

import org.jspecify.annotations.NullMarked;

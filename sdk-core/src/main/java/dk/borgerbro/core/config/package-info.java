/**
 * Immutable settings that callers hand to clients: where a service is, how long to wait, how often to try, who is calling.
 */
@NullMarked
package dk.borgerbro.core.config;

import org.jspecify.annotations.NullMarked;

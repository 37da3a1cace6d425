/** Retry and circuit breaker on Resilience4j 2, behind own small types. Not API. */
@NullMarked
package dk.borgerbro.core.internal.resilience;

import org.jspecify.annotations.NullMarked;

/**
 * The default transport on Apache HttpClient 5 and the resilience wiring. Not API.
 */
@NullMarked
package dk.borgerbro.core.internal;

import org.jspecify.annotations.NullMarked;

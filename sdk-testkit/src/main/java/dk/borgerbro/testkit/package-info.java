/**
 * Simulators of the public services, for tests of the SDK and of systems that use it. Not for production.
 *
 * <p>Every simulator listens on loopback, demands a client certificate, checks what it gets as strictly as the service is
 * specified to, and can be told to fail. They are written from published descriptions and schemas and without
 * the SDK's clients, so they are a second opinion.
 */
@NullMarked
package dk.borgerbro.testkit;

import org.jspecify.annotations.NullMarked;

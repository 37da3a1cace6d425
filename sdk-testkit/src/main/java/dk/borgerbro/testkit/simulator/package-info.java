/**
 * What all simulators share: an HTTPS server on loopback that demands a client certificate, scripted faults, and a record of the
 * calls.
 *
 * <p>The server is the JDK's own ({@code jdk.httpserver}). It streams bodies of any size, shows the client's certificate, and
 * lets a connection be dropped at any point of a call.
 */
@NullMarked
package dk.borgerbro.testkit.simulator;

import org.jspecify.annotations.NullMarked;

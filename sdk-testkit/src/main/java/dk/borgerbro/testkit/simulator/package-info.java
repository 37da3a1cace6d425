/**
 * What all simulators of public services share: an HTTPS server on loopback that demands a client certificate, scripted faults, and a
 * record of the calls. Not for production.
 *
 * <p>Simulators check what they get as strictly as the service is specified to. They are written from published descriptions
 * and schemas and without the SDK's clients, so they are a second opinion.
 *
 * <p>The server is the JDK's own ({@code jdk.httpserver}). It streams bodies of any size, shows the client's certificate, and
 * lets a connection be dropped at any point of a call.
 */
@NullMarked
package dk.borgerbro.testkit.simulator;

import org.jspecify.annotations.NullMarked;

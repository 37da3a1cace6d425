package dk.borgerbro.testkit.simulator;

import java.io.IOException;

/** The service behind a {@link SimulatorServer}. Called by several threads at once. */
@FunctionalInterface
public interface SimulatorHandler {
    /**
     * {@return the answer to a request}
     *
     * @throws IOException if the request's body cannot be read; the connection is dropped then
     */
    SimulatedAnswer handle(SimulatedRequest request) throws IOException;
}

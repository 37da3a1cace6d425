package dk.borgerbro.testkit.simulator;

import dk.borgerbro.core.config.ServiceEnvironment;
import java.util.List;

/** What every simulator leaves to the server that it listens with. */
public abstract class ServedSimulator implements Simulator {
    /** For simulators of ours and of applications. */
    protected ServedSimulator() {}

    /** {@return the server that it listens with} */
    protected abstract SimulatorServer server();

    @Override
    public ServiceEnvironment environment() {
        return server().environment();
    }

    @Override
    public final NextCall next() {
        return server().next();
    }

    @Override
    public final void chaos(long seed, double share) {
        server().chaos(seed, share);
    }

    @Override
    public final void calm() {
        server().calm();
    }

    @Override
    public final List<RecordedCall> calls() {
        return server().calls();
    }

    @Override
    public final List<String> openConnections() {
        return server().openConnections();
    }

    @Override
    public final void close() {
        server().close();
    }

    @Override
    public final String toString() {
        return server().toString();
    }
}

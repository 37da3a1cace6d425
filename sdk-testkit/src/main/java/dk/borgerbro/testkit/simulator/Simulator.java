package dk.borgerbro.testkit.simulator;

import dk.borgerbro.core.config.ServiceEnvironment;
import java.util.List;

/** A public service played on loopback. Thread-safe. Not for production. */
public interface Simulator extends AutoCloseable {
    /** {@return where the simulator listens and whom to trust there; hand it to a client instead of the real environment} */
    ServiceEnvironment environment();

    /** {@return the way to script what happens to the next call that has nothing scripted yet} */
    NextCall next();

    /**
     * Lets calls without a script meet random trouble: status 503, delays, dropped connections and cut answers in equal shares.
     *
     * @param seed decides which; with one caller at a time the same seed gives the same trouble
     * @param share of calls that meet trouble, from 0 to 1
     * @throws IllegalArgumentException if the share is no share
     */
    void chaos(long seed, double share);

    /** Forgets all scripts and ends {@link #chaos}. */
    void calm();

    /** {@return every call so far in order of its end, also those that were scripted to fail} */
    List<RecordedCall> calls();

    /**
     * {@return the {@code User-Agent} of each connection that has made a call and that the client has not closed}
     *
     * <p>A client's end shows here a moment after it was closed.
     */
    List<String> openConnections();

    /** Forgets what arrived, what was scripted and everything that calls have changed, as after a start. */
    void reset();

    /** Stops listening and cuts calls under way. */
    @Override
    void close();
}

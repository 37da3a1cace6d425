package dk.borgerbro.core.config;

import java.time.Duration;

/** Waits; replaced in tests, so that none of them sleeps. */
@FunctionalInterface
public interface Sleeper {
    /**
     * Waits.
     *
     * @param time how long
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    void sleep(Duration time) throws InterruptedException;

    /** {@return a sleeper that really waits} */
    static Sleeper real() {
        return time -> Thread.sleep(time.toMillis());
    }
}

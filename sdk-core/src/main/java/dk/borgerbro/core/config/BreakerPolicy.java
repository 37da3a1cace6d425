package dk.borgerbro.core.config;

import dk.borgerbro.core.error.ConfigurationException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * When a client stops calling a service that fails: one breaker per client, so per service and environment. Each try counts; those
 * without an answer and those answered with 500, 502, 503 or 504 count as failed. While it is open, calls end at once with
 * {@link dk.borgerbro.core.error.NotSentException}; then one trial call decides.
 *
 * @param failurePercent share of failed tries that opens it; 50 by default
 * @param window how many of the last tries are counted; 20 by default, and as many must have been made before it can open
 * @param openFor how long it stays open before a trial call; 30 s by default
 */
public record BreakerPolicy(int failurePercent, int window, Duration openFor) {
    /**
     * Checks the ranges.
     *
     * @throws ConfigurationException naming every setting out of range
     */
    public BreakerPolicy {
        List<String> problems = new ArrayList<>();
        if (failurePercent < 1 || failurePercent > 100) {
            problems.add("failurePercent must be 1 to 100, but is " + failurePercent);
        }
        if (window < 1 || window > 10_000) {
            problems.add("window must be 1 to 10000, but is " + window);
        }
        if (openFor.compareTo(Duration.ofMillis(1)) < 0) {
            problems.add("openFor must be at least 1 ms, but is " + openFor);
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException("breaker", problems);
        }
    }

    /** {@return the defaults} */
    public static BreakerPolicy defaults() {
        return new BreakerPolicy(50, 20, Duration.ofSeconds(30));
    }
}

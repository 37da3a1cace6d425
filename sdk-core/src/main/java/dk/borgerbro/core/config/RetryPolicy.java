package dk.borgerbro.core.config;

import dk.borgerbro.core.error.ConfigurationException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How often and at what distance a call that is safe to repeat is repeated. Waits grow exponentially and are spread by jitter;
 * a {@code Retry-After} of the service overrides them. The whole-call limit of {@link Timeouts} always ends it.
 *
 * @param attempts tries in all, 1 for none but the first; 3 by default, at most 10
 * @param firstWait wait before the second try; 200 ms by default
 * @param longestWait ceiling of the growth; 10 s by default
 */
public record RetryPolicy(int attempts, Duration firstWait, Duration longestWait) {
    /**
     * Checks the ranges.
     *
     * @throws ConfigurationException naming every setting out of range
     */
    public RetryPolicy {
        List<String> problems = new ArrayList<>();
        if (attempts < 1 || attempts > 10) {
            problems.add("attempts must be 1 to 10, but is " + attempts);
        }
        if (firstWait.compareTo(Duration.ofMillis(1)) < 0) {
            problems.add("firstWait must be at least 1 ms, but is " + firstWait);
        }
        if (longestWait.compareTo(firstWait) < 0) {
            problems.add("longestWait must not be shorter than firstWait");
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException("retry", problems);
        }
    }

    /** {@return the defaults} */
    public static RetryPolicy defaults() {
        return new RetryPolicy(3, Duration.ofMillis(200), Duration.ofSeconds(10));
    }

    /** {@return a policy that never repeats} */
    public static RetryPolicy none() {
        return new RetryPolicy(1, Duration.ofMillis(200), Duration.ofSeconds(10));
    }
}

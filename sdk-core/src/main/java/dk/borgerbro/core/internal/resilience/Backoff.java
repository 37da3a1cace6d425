package dk.borgerbro.core.internal.resilience;

import dk.borgerbro.core.config.RetryPolicy;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Counts tries and chooses the waits between them. Thread-safe.
 *
 * <p>Resilience4j sleeps through a static function, which no test can replace; its asynchronous context only tells the wait, so that
 * the caller can wait with the sleeper of its settings.
 */
public final class Backoff {
    private static final double GROWTH = 2.0;
    /** Half of each wait is certain and half is chance: clients that failed together do not come back together. */
    private static final double CERTAIN = 0.5;

    private final Retry retry;

    /** Creates a backoff. */
    public Backoff(String name, RetryPolicy policy, RandomGenerator random) {
        IntervalFunction growing =
                IntervalFunction.ofExponentialBackoff(policy.firstWait(), GROWTH, policy.longestWait());
        RetryConfig config = RetryConfig.custom()
                .maxAttempts(policy.attempts())
                .retryOnException(failure -> true)
                .intervalBiFunction((attempt, failure) -> {
                    Duration asked = ((FailedTry) failure.getLeft()).asked;
                    return asked == null ? spread(growing.apply(attempt), random) : asked.toMillis();
                })
                .build();
        this.retry = Retry.of(name, config);
    }

    /** {@return the series of waits of one call} */
    public Series begin() {
        return new Series(retry.asyncContext());
    }

    private static long spread(long wait, RandomGenerator random) {
        return Math.max(1, Math.round(wait * (CERTAIN + (1 - CERTAIN) * random.nextDouble())));
    }

    /** The waits of one call. Not thread-safe. */
    public static final class Series {
        private final Retry.AsyncContext<Object> context;

        private Series(Retry.AsyncContext<Object> context) {
            this.context = context;
        }

        /**
         * {@return how long to wait after a failed try, empty if it was the last}
         *
         * @param asked how long the service asks to wait, which then replaces the own choice; null if it does not say
         */
        public Optional<Duration> next(@Nullable Duration asked) {
            long millis = context.onError(new FailedTry(asked));
            return millis < 0 ? Optional.empty() : Optional.of(Duration.ofMillis(millis));
        }
    }

    private static final class FailedTry extends Exception {
        private static final long serialVersionUID = 1L;

        private final @Nullable Duration asked;

        FailedTry(@Nullable Duration asked) {
            super("a try failed", null, false, false);
            this.asked = asked;
        }
    }
}

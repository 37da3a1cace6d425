package dk.borgerbro.eid.internal.metadata;

import dk.borgerbro.eid.saml.IdentityProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** When metadata are read again. */
record RefreshSchedule(Duration interval, RandomGenerator random) {
    private static final Duration LEAST = Duration.ofMinutes(1);
    private static final int MOST_DOUBLINGS = 12;

    /** {@return how long to wait, so that many services do not ask at once} */
    Duration next(IdentityProvider provider, int failuresInARow, Instant now) {
        Duration wait = interval;
        if (failuresInARow > 0) {
            wait = least(wait, LEAST.multipliedBy(1L << Math.min(failuresInARow - 1, MOST_DOUBLINGS)));
        }
        if (provider.cacheDuration().isPresent()) {
            wait = least(wait, provider.cacheDuration().get());
        }
        if (provider.validUntil().isPresent()) {
            // Half of what is left leaves room for failures before the end.
            wait = least(
                    wait, Duration.between(now, provider.validUntil().get()).dividedBy(2));
        }
        Duration floored = wait.compareTo(LEAST) < 0 ? LEAST : wait;
        return floored.minusMillis((long) (floored.toMillis() * 0.2 * random.nextDouble()));
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}

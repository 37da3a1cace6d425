package dk.borgerbro.core.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants as every database of ours can hold them: whole microseconds from 1970 to 9999. */
public final class StoredTime {
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private StoredTime() {}

    /** {@return the nearest instant that can be stored, never a later one within the range} */
    public static Instant of(Instant instant) {
        if (instant.isBefore(Instant.EPOCH)) {
            return Instant.EPOCH;
        }
        return instant.isAfter(LATEST) ? LATEST : instant.truncatedTo(ChronoUnit.MICROS);
    }

    /** {@return the present as it can be stored} */
    public static Instant now(Clock clock) {
        return of(clock.instant());
    }
}

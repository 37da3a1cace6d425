package dk.borgerbro.testkit.simulator;

import java.time.Duration;

/**
 * What happens to one call.
 *
 * @param kind of trouble
 * @param status to answer with, for {@link FaultKind#STATUS}
 * @param time to wait, for {@link FaultKind#DELAY}; or what {@code Retry-After} says, zero for no such header
 */
record Fault(FaultKind kind, int status, Duration time) {
    static final Fault NONE = of(FaultKind.NONE);

    static Fault of(FaultKind kind) {
        return new Fault(kind, 0, Duration.ZERO);
    }

    static Fault status(int status, Duration retryAfter) {
        return new Fault(FaultKind.STATUS, status, retryAfter);
    }

    static Fault delay(Duration delay) {
        return new Fault(FaultKind.DELAY, 0, delay);
    }
}

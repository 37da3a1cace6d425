package dk.borgerbro.core.internal.resilience;

import dk.borgerbro.core.config.BreakerPolicy;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Clock;
import java.util.concurrent.TimeUnit;

/** Stops tries at a service that fails. Thread-safe. Each {@link #admit} that says yes is followed by exactly one of the others. */
public final class Breaker {
    private final CircuitBreaker breaker;

    /**
     * Creates a closed breaker.
     *
     * @param name service and environment
     */
    public Breaker(String name, BreakerPolicy policy, Clock clock) {
        CircuitBreakerConfig config = CircuitBreakerConfig.custom()
                .clock(clock)
                .failureRateThreshold(policy.failurePercent())
                .slidingWindow(policy.window(), policy.window(), SlidingWindowType.COUNT_BASED)
                .waitDurationInOpenState(policy.openFor())
                .permittedNumberOfCallsInHalfOpenState(1)
                .recordException(failure -> true)
                .writableStackTraceEnabled(false)
                .build();
        this.breaker = CircuitBreaker.of(name, config);
    }

    /** {@return whether a try may be made now} */
    public boolean admit() {
        return breaker.tryAcquirePermission();
    }

    /** The service answered; also when it refused, since a refusal is a sign of life. */
    public void answered() {
        breaker.onSuccess(0, TimeUnit.NANOSECONDS);
    }

    /** The service failed or could not be reached. */
    public void failed() {
        breaker.onError(0, TimeUnit.NANOSECONDS, new ServiceFailing());
    }

    /** The try says nothing about the service: interrupted, or no key or token for it. */
    public void abandoned() {
        breaker.releasePermission();
    }

    /** Resilience4j counts exceptions; this one says all that it needs and carries no stack. */
    private static final class ServiceFailing extends Exception {
        private static final long serialVersionUID = 1L;

        ServiceFailing() {
            super("the service fails", null, false, false);
        }
    }
}

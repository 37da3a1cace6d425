package dk.borgerbro.examples.observe;

import dk.borgerbro.core.observe.CallEvent;
import dk.borgerbro.core.observe.CallListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;

/** Two timers in Micrometer: {@code borgerbro.call} for whole calls, {@code borgerbro.attempt} for single tries. */
public final class MicrometerCalls implements CallListener {
    private final MeterRegistry registry;

    /** Records into a registry. */
    public MicrometerCalls(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void on(CallEvent event) {
        if (event instanceof CallEvent.Attempt attempt) {
            registry.timer("borgerbro.attempt", tags(event).and("status", String.valueOf(attempt.status())))
                    .record(attempt.time());
        } else if (event instanceof CallEvent.Finished finished) {
            registry.timer("borgerbro.call", tags(event).and("outcome", finished.outcome()))
                    .record(finished.time());
        }
    }

    /** The correlation id is left out: it would make a new time series for every call. */
    private static Tags tags(CallEvent event) {
        return Tags.of("service", event.service(), "environment", event.environment(), "operation", event.operation());
    }
}

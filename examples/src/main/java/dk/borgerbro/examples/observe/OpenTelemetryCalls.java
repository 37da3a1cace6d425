package dk.borgerbro.examples.observe;

import dk.borgerbro.core.observe.CallEvent;
import dk.borgerbro.core.observe.CallListener;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** One client span per call in OpenTelemetry, with an event for each try. */
public final class OpenTelemetryCalls implements CallListener {
    private static final AttributeKey<Long> ATTEMPT = AttributeKey.longKey("borgerbro.attempt");
    private static final AttributeKey<Long> STATUS = AttributeKey.longKey("http.response.status_code");

    private final ConcurrentMap<String, Span> open = new ConcurrentHashMap<>();
    private final Tracer tracer;

    /** Starts spans with a tracer; the caller's current span becomes their parent. */
    public OpenTelemetryCalls(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    public void on(CallEvent event) {
        if (event instanceof CallEvent.Started) {
            open.put(event.correlationId(), start(event));
        } else if (event instanceof CallEvent.Attempt attempt) {
            Span span = open.getOrDefault(event.correlationId(), Span.getInvalid());
            span.addEvent("attempt", Attributes.of(ATTEMPT, (long) attempt.attempt(), STATUS, (long) attempt.status()));
        } else if (event instanceof CallEvent.Finished finished) {
            Span span = open.remove(event.correlationId());
            if (span != null) {
                end(span, finished);
            }
        }
    }

    private Span start(CallEvent event) {
        return tracer.spanBuilder(event.service() + "." + event.operation())
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute("borgerbro.environment", event.environment())
                .setAttribute("borgerbro.correlation_id", event.correlationId())
                .startSpan();
    }

    private static void end(Span span, CallEvent.Finished finished) {
        if (!finished.outcome().equals("ok")) {
            span.setStatus(StatusCode.ERROR, finished.outcome());
        }
        span.end();
    }
}

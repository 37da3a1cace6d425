package dk.borgerbro.core.support;

import dk.borgerbro.core.error.CallReference;
import dk.borgerbro.core.http.HttpHeaders;
import dk.borgerbro.core.observe.CallEvent;
import dk.borgerbro.core.observe.CallListener;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells what calls do: events for the listener, one DEBUG line for each call, and at TRACE the fields of an allow-list. Never an
 * address, since path and query may name a person, never content, never a token. Thread-safe.
 */
final class CallWitness {
    private static final Logger LOG = LoggerFactory.getLogger(CallPipeline.class);
    private static final List<String> SHOWN =
            List.of("Content-Type", "Content-Length", "Accept", "User-Agent", "Date", "Retry-After");
    private static final int LONGEST_SHOWN = 100;

    private final String environment;
    private final CallListener listener;

    CallWitness(String environment, CallListener listener) {
        this.environment = environment;
        this.listener = listener;
    }

    void started(CallReference call) {
        tell(new CallEvent.Started(call.service(), environment, call.operation(), call.correlationId()));
    }

    void sending(CallReference call, String method, HttpHeaders headers) {
        if (LOG.isTraceEnabled()) {
            LOG.trace(
                    "{}.{} > {} {} [{}]",
                    call.service(),
                    call.operation(),
                    method,
                    shown(headers),
                    call.correlationId());
        }
    }

    void received(CallReference call, int status, HttpHeaders headers) {
        if (LOG.isTraceEnabled()) {
            LOG.trace(
                    "{}.{} < {} {} [{}]",
                    call.service(),
                    call.operation(),
                    status,
                    shown(headers),
                    call.correlationId());
        }
    }

    void attempted(CallReference call, int status, Duration time) {
        tell(new CallEvent.Attempt(
                call.service(), environment, call.operation(), call.correlationId(), call.attempts(), status, time));
    }

    void finished(CallReference call, String outcome, Duration time) {
        tell(new CallEvent.Finished(
                call.service(), environment, call.operation(), call.correlationId(), call.attempts(), outcome, time));
        if (LOG.isDebugEnabled()) {
            LOG.debug(
                    "{}.{} {} in {} ms [environment={}, attempts={}, correlation-id={}]",
                    call.service(),
                    call.operation(),
                    outcome,
                    time.toMillis(),
                    environment,
                    call.attempts(),
                    call.correlationId());
        }
    }

    private void tell(CallEvent event) {
        try {
            listener.on(event);
        } catch (RuntimeException e) {
            LOG.warn(
                    "the call listener failed with {}; the call goes on",
                    e.getClass().getName());
        }
    }

    private static String shown(HttpHeaders headers) {
        StringBuilder out = new StringBuilder();
        for (String name : SHOWN) {
            headers.first(name)
                    .ifPresent(value -> out.append(out.isEmpty() ? "" : ", ")
                            .append(name)
                            .append(": ")
                            .append(value, 0, Math.min(value.length(), LONGEST_SHOWN)));
        }
        return "(" + out + ")";
    }
}

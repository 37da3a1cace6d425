package dk.borgerbro.core.observe;

import dk.borgerbro.core.id.CvrNumber;
import java.time.Instant;
import java.util.Map;

/**
 * Something that the law wants recorded: who did what about whom. Holds personal data, so it prints none of it and goes to the
 * {@link AuditListener} only, never to a log.
 *
 * @param at when
 * @param service short name of the service
 * @param operation short name of the operation
 * @param authority on whose behalf
 * @param correlationId ties it to the call
 * @param details named fields, such as {@code recipient}; may hold personal data
 */
public record AuditEvent(
        Instant at,
        String service,
        String operation,
        CvrNumber authority,
        String correlationId,
        Map<String, String> details) {
    /** Copies the details. */
    public AuditEvent {
        details = Map.copyOf(details);
    }

    @Override
    public String toString() {
        return "AuditEvent(" + service + "." + operation + ", details hidden)";
    }
}

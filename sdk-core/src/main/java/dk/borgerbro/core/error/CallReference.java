package dk.borgerbro.core.error;

import java.io.Serializable;
import java.util.Objects;

/**
 * What to quote to support about one call. Holds no personal data.
 *
 * @param service short name of the service, such as {@code digitalpost}
 * @param operation short name of the operation, such as {@code send}
 * @param correlationId id that was sent along with the call, empty if nothing was sent
 * @param attempts how often the call was tried, 0 if nothing was sent
 */
public record CallReference(String service, String operation, String correlationId, int attempts)
        implements Serializable {
    /** Refuses absent parts and negative counts. */
    public CallReference {
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(correlationId, "correlationId");
        if (attempts < 0) {
            throw new IllegalArgumentException("attempts must not be negative");
        }
    }

    /** {@return the reference of something that failed before any call was made} */
    public static CallReference local(String service, String operation) {
        return new CallReference(service, operation, "", 0);
    }

    /** {@return service and operation, as messages begin} */
    String name() {
        return service + "." + operation;
    }

    /** {@return correlation id and attempts in brackets, as messages end; empty for local failures} */
    String suffix() {
        return correlationId.isEmpty() ? "" : " [correlation-id=" + correlationId + ", attempts=" + attempts + "]";
    }
}

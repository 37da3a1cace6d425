package dk.borgerbro.core.error;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The service answered and said no; what was asked for did not happen. */
public final class ServiceException extends SdkException {
    private final ServiceFault fault;

    /**
     * Creates the error.
     *
     * @param call the refused call
     * @param fault what the service said
     */
    public ServiceException(CallReference call, ServiceFault fault) {
        super(call, "refused by the service: " + fault, null);
        this.fault = fault;
    }

    /** {@return what the service said} */
    public ServiceFault fault() {
        return fault;
    }

    /** {@return the service's own error code, empty if it gave none} */
    public String code() {
        return fault.code();
    }

    /** {@return status of the answer, 0 where the service does not speak HTTP} */
    public int httpStatus() {
        return fault.httpStatus();
    }

    /** {@return the service's id of the request, empty if it gave none} */
    public String serviceRequestId() {
        return fault.requestId();
    }

    /** {@return how long the service asks to wait before the next try} */
    public Optional<Duration> retryAfter() {
        return fault.retryAfter();
    }

    /** {@return the faults by field} */
    public List<Finding> findings() {
        return fault.findings();
    }

    @Override
    public Responsibility responsibility() {
        return fault.responsibility();
    }

    @Override
    public boolean isRetryable() {
        return responsibility() == Responsibility.SERVICE;
    }
}

package dk.borgerbro.core.error;

import java.util.List;
import java.util.stream.Collectors;

/** An answer or incoming message failed a check of schema, signature or profile, and is not to be trusted. */
public class InvalidMessageException extends SdkException {
    private final List<Finding> failedChecks;

    /**
     * Creates the error.
     *
     * @param call the call whose answer failed, or a local reference for an incoming message
     * @param failedChecks the failed checks with the clause of the standard as rule; at least one
     */
    public InvalidMessageException(CallReference call, List<Finding> failedChecks) {
        super(
                call,
                "got a message that is not to be trusted: "
                        + failedChecks.stream().map(Finding::toString).collect(Collectors.joining("; ")),
                null);
        this.failedChecks = List.copyOf(failedChecks);
    }

    /** {@return the failed checks with the clause of the standard as rule} */
    public List<Finding> failedChecks() {
        return failedChecks;
    }

    @Override
    public Responsibility responsibility() {
        return Responsibility.SERVICE;
    }

    @Override
    public boolean isRetryable() {
        return false;
    }
}

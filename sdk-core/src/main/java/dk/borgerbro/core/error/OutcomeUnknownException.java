package dk.borgerbro.core.error;

import org.jspecify.annotations.Nullable;

/**
 * A write was sent and no usable answer came: it may or may not have happened. Look it up, or wait for its receipt, before
 * anything is sent again under another key.
 */
public final class OutcomeUnknownException extends TransportException {
    /**
     * Creates the error.
     *
     * @param call the call whose outcome is unknown
     * @param message what went wrong
     * @param cause the fault below, if there is one
     */
    public OutcomeUnknownException(CallReference call, String message, @Nullable Throwable cause) {
        super(call, "was sent but its outcome is unknown: " + message, cause);
    }

    /** {@return false: only the same idempotency key makes a repeat safe, and only where the service deduplicates} */
    @Override
    public boolean isRetryable() {
        return false;
    }
}

package dk.borgerbro.core.error;

import org.jspecify.annotations.Nullable;

/** A write that certainly was not performed: no byte of it left (name lookup, connect, TLS, pool, breaker). Safe to repeat. */
public final class NotSentException extends TransportException {
    /**
     * Creates the error.
     *
     * @param call the failed call
     * @param message what went wrong and the likely fix
     * @param cause the fault below, if there is one
     */
    public NotSentException(CallReference call, String message, @Nullable Throwable cause) {
        super(call, "was not sent: " + message, cause);
    }
}

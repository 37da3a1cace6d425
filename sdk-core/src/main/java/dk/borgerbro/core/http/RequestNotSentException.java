package dk.borgerbro.core.http;

import java.io.IOException;

/** Certainly no byte of the request left: name lookup, connecting, TLS or the pool failed. */
public final class RequestNotSentException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the error.
     *
     * @param message what failed, without the address's path or query
     * @param cause the fault below
     */
    public RequestNotSentException(String message, Throwable cause) {
        super(message, cause);
    }
}

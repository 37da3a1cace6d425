package dk.borgerbro.core.http;

import java.io.IOException;

/**
 * The service certainly did not get the request: name lookup, connecting, TLS, a proxy's tunnel or the pool failed, or the thread was
 * interrupted or the time ran out before. TLS 1.3 servers judge a client's certificate when the first bytes may already be under way;
 * their refusal counts here too, since they discard those bytes.
 */
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

package dk.borgerbro.core.http;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request as the transport gets it: one try, nothing more. Immutable; prints method and host only, since path and query may
 * name a person.
 */
public final class HttpCall {
    private final String method;
    private final URI uri;
    private final HttpHeaders headers;
    private final @Nullable HttpBody body;
    private final Duration timeLeft;

    /**
     * Creates a request.
     *
     * @param method such as {@code POST}
     * @param uri absolute address
     * @param headers fields, without those that the body or the transport sets (type, length, host)
     * @param body content, or null for none
     * @param timeLeft how long this try may take in all
     */
    public HttpCall(String method, URI uri, HttpHeaders headers, @Nullable HttpBody body, Duration timeLeft) {
        this.method = method;
        this.uri = uri;
        this.headers = headers;
        this.body = body;
        this.timeLeft = timeLeft;
    }

    /** {@return the method} */
    public String method() {
        return method;
    }

    /** {@return the absolute address} */
    public URI uri() {
        return uri;
    }

    /** {@return the fields} */
    public HttpHeaders headers() {
        return headers;
    }

    /** {@return the content, if there is any} */
    public Optional<HttpBody> body() {
        return Optional.ofNullable(body);
    }

    /** {@return how long this try may take in all} */
    public Duration timeLeft() {
        return timeLeft;
    }

    @Override
    public String toString() {
        return method + " " + uri.getHost();
    }
}

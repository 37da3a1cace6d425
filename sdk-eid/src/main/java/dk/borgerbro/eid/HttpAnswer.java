package dk.borgerbro.eid;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/**
 * What the application sends back to a browser or a caller, as it stands: status, headers and body. Immutable. Prints nothing of its
 * content, which may carry tokens.
 */
public final class HttpAnswer {
    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    private HttpAnswer(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = Map.copyOf(headers);
        this.body = body;
    }

    /** {@return a redirect that no cache keeps} */
    public static HttpAnswer redirect(URI location) {
        return new HttpAnswer(302, Map.of("Location", location.toString(), "Cache-Control", "no-store"), new byte[0]);
    }

    /**
     * {@return an answer with a body}
     *
     * @param status 200 to 599
     * @param headers as they are to be sent
     * @param body in UTF-8
     */
    public static HttpAnswer of(int status, Map<String, String> headers, String body) {
        Objects.requireNonNull(body, "body");
        return new HttpAnswer(status, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    /** {@return the status code} */
    public int status() {
        return status;
    }

    /** {@return the headers; none is repeated} */
    public Map<String, String> headers() {
        return headers;
    }

    /** {@return a copy of the body, empty with a redirect} */
    public byte[] body() {
        return body.clone();
    }

    @Override
    public String toString() {
        return "HttpAnswer(" + status + ", content hidden)";
    }
}

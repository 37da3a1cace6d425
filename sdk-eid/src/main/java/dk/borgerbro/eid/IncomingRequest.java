package dk.borgerbro.eid;

import java.io.InputStream;
import java.util.Objects;

/**
 * A request to one of the application's login addresses, as it came: from whatever web framework, without its interpretation. For one
 * use, since the body is read as a stream; no more of it than the limit is ever read. Prints nothing of its content.
 *
 * <p>The address and the headers that name hosts are left out on purpose: what a message was meant for is compared with the configuration.
 */
public final class IncomingRequest {
    private final String method;
    private final String contentType;
    private final String rawQuery;
    private final InputStream body;

    private IncomingRequest(String method, String contentType, String rawQuery, InputStream body) {
        this.method = Objects.requireNonNull(method, "method");
        this.contentType = Objects.requireNonNull(contentType, "contentType");
        this.rawQuery = Objects.requireNonNull(rawQuery, "rawQuery");
        this.body = Objects.requireNonNull(body, "body");
    }

    /**
     * {@return a request that carries its message in the query}
     *
     * @param rawQuery as it came, still encoded, without the question mark; empty if there is none
     */
    public static IncomingRequest get(String rawQuery) {
        return new IncomingRequest("GET", "", rawQuery, InputStream.nullInputStream());
    }

    /**
     * {@return a request with a body}
     *
     * @param contentType the header as it came, empty if there is none
     * @param body before anybody read from it; closed by nobody here
     */
    public static IncomingRequest post(String contentType, InputStream body) {
        return new IncomingRequest("POST", contentType, "", body);
    }

    /**
     * {@return a request of any method}
     *
     * @param method in upper case
     * @param contentType the header as it came, empty if there is none
     * @param rawQuery as it came, still encoded, without the question mark; empty if there is none
     * @param body before anybody read from it
     */
    public static IncomingRequest of(String method, String contentType, String rawQuery, InputStream body) {
        return new IncomingRequest(method, contentType, rawQuery, body);
    }

    /** {@return the method, in upper case} */
    public String method() {
        return method;
    }

    /** {@return the content type, empty if there is none} */
    public String contentType() {
        return contentType;
    }

    /** {@return the query as it came, empty if there is none} */
    public String rawQuery() {
        return rawQuery;
    }

    /** {@return the body, for one reading} */
    public InputStream body() {
        return body;
    }

    @Override
    public String toString() {
        return "IncomingRequest(" + method + ", content hidden)";
    }
}

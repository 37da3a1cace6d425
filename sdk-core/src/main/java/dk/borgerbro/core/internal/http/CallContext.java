package dk.borgerbro.core.internal.http;

import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.EndpointDetails;
import org.jspecify.annotations.Nullable;

/**
 * What travels beside one request through HttpClient: its path, and how far it got. Not thread-safe.
 *
 * <p>HttpClient's loggers print request lines, and a query may name a person; so the request goes through its chain without its path
 * and gets it when it is written.
 */
final class CallContext extends HttpClientContext {
    private final String path;
    private boolean started;
    private boolean freshConnection;
    private @Nullable EndpointDetails connection;
    private long receivedBefore;

    CallContext(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }

    /** From here on, bytes of the request may have left. */
    void start(@Nullable EndpointDetails details) {
        started = true;
        connection = details;
        freshConnection = details != null && details.getRequestCount() == 0;
        receivedBefore = details == null ? 0 : details.getReceivedBytesCount();
    }

    boolean isStarted() {
        return started;
    }

    /** {@return whether this was the first request of its connection and no byte of an answer came} */
    boolean isUnansweredOnFreshConnection() {
        return freshConnection && connection != null && connection.getReceivedBytesCount() == receivedBefore;
    }
}

package dk.borgerbro.core.internal.http;

import dk.borgerbro.core.credential.OrganisationKey;
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
    private final @Nullable OrganisationKey key;
    private boolean started;
    private boolean freshConnection;
    private @Nullable EndpointDetails connection;
    private long receivedBefore;

    /**
     * Begins a request.
     *
     * @param key the key to call with. Its certificate marks the connection, and the pool lends a connection to calls of the same mark
     *     only: a call with a new key never goes out under the old one
     */
    CallContext(String path, @Nullable OrganisationKey key) {
        this.path = path;
        this.key = key;
        if (key != null) {
            setUserToken(key.certificate());
        }
    }

    String path() {
        return path;
    }

    @Nullable
    OrganisationKey key() {
        return key;
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

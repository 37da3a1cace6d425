package dk.borgerbro.core.http;

import dk.borgerbro.core.config.ClientSettings;
import dk.borgerbro.core.config.ServiceEnvironment;
import dk.borgerbro.core.credential.KeySource;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Carries one HTTP request to a service and brings the answer. Thread-safe.
 *
 * <p>The seam for an HTTP stack of the application's own. An implementation neither retries, redirects, keeps cookies nor logs;
 * it checks the server's certificate against the environment's anchors and its name against the address, allows no protocol
 * below TLS 1.2, presents the key's certificate when asked, and obeys interruption.
 */
public interface HttpTransport extends AutoCloseable {
    /**
     * Sends one request.
     *
     * @return the answer, whatever its status
     * @throws RequestNotSentException if the service certainly did not get the request, whatever the reason
     * @throws IOException for every other failure; {@link java.io.InterruptedIOException} if the thread was interrupted, whose
     *     interrupt flag then stays set, or {@link HttpCall#timeLeft()} ran out, which bounds the reading of the answer as well
     */
    RawResponse execute(HttpCall call) throws IOException;

    /** Frees pooled connections; calls under way end with an {@link IOException}. */
    @Override
    void close();

    /** Opens transports, one per environment and key. */
    interface Factory {
        /**
         * {@return a transport}
         *
         * @param environment whom to trust and where the service is
         * @param key asked for the client's key at each call, so that a renewed one is taken up at once; null for none
         * @param settings time limits, pool size, proxy and crypto provider
         */
        HttpTransport open(ServiceEnvironment environment, @Nullable KeySource key, ClientSettings settings);
    }
}

package dk.borgerbro.core.internal.http;

import dk.borgerbro.core.credential.KeySource;
import dk.borgerbro.core.credential.OrganisationKey;
import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * Opens TLS with the key that is current at that moment. A key that changed gets new TLS settings, because a resumed session would
 * go on under the old certificate. Thread-safe.
 */
final class CurrentKeyTls implements TlsSocketStrategy {
    private final TlsMaterial material;
    private final @Nullable KeySource source;
    private final Runnable onNewKey;
    private final AtomicReference<@Nullable Keyed> last = new AtomicReference<>();

    /**
     * Creates the strategy.
     *
     * @param onNewKey run when a key replaced another
     */
    CurrentKeyTls(TlsMaterial material, @Nullable KeySource source, Runnable onNewKey) {
        this.material = material;
        this.source = source;
        this.onNewKey = onNewKey;
    }

    @Override
    public SSLSocket upgrade(Socket socket, String host, int port, Object attachment, HttpContext context)
            throws IOException {
        return current().strategy().upgrade(socket, host, port, attachment, context);
    }

    private Keyed current() {
        OrganisationKey key = source == null ? null : source.current();
        Keyed known = last.get();
        if (known != null && isSame(known.key(), key)) {
            return known;
        }
        Keyed fresh = new Keyed(key, material.forKey(key));
        last.set(fresh);
        if (known != null) {
            onNewKey.run();
        }
        return fresh;
    }

    private static boolean isSame(@Nullable OrganisationKey one, @Nullable OrganisationKey other) {
        if (one == null || other == null) {
            return one == other;
        }
        return one == other
                || (one.certificate().equals(other.certificate())
                        && one.privateKey().equals(other.privateKey()));
    }

    private record Keyed(@Nullable OrganisationKey key, TlsSocketStrategy strategy) {}
}

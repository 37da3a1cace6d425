package dk.borgerbro.core.internal.http;

import dk.borgerbro.core.credential.OrganisationKey;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * Opens TLS with the key of the call. A key that changed gets new TLS settings, because a resumed session would go on under the old
 * certificate. Thread-safe.
 */
final class CurrentKeyTls implements TlsSocketStrategy {
    static final String HUNG_UP = "the server hung up in the TLS handshake; it may not accept the client's certificate";

    private final TlsMaterial material;
    private final AtomicReference<@Nullable Keyed> last = new AtomicReference<>();

    CurrentKeyTls(TlsMaterial material) {
        this.material = material;
    }

    @Override
    public SSLSocket upgrade(Socket socket, String host, int port, Object attachment, HttpContext context)
            throws IOException {
        try {
            return keyed(((CallContext) context).key()).strategy().upgrade(socket, host, port, attachment, context);
        } catch (SocketTimeoutException | SSLException e) {
            throw e;
        } catch (IOException e) {
            // Whoever may not come in is often not told so; that it was here says more than a broken pipe.
            SSLHandshakeException hungUp = new SSLHandshakeException(HUNG_UP);
            hungUp.initCause(e);
            throw hungUp;
        }
    }

    private Keyed keyed(@Nullable OrganisationKey key) {
        Keyed known = last.get();
        if (known != null && isSame(known.key(), key)) {
            return known;
        }
        Keyed fresh = new Keyed(key, material.forKey(key));
        last.set(fresh);
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

package dk.borgerbro.testkit.nemlogin;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;

/** Calls service providers over SOAP 1.1. Thread-safe. */
final class BackChannel {
    private static final int PATIENCE = Math.toIntExact(Duration.ofSeconds(10).toMillis());
    private static final int MOST_BYTES = 1 << 20;

    private final SSLContext tls;

    BackChannel(SSLContext tls) {
        this.tls = tls;
    }

    byte[] call(URI location, byte[] envelope) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) location.toURL().openConnection();
        if (connection instanceof HttpsURLConnection secure) {
            secure.setSSLSocketFactory(tls.getSocketFactory());
        }
        connection.setConnectTimeout(PATIENCE);
        connection.setReadTimeout(PATIENCE);
        connection.setInstanceFollowRedirects(false);
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", "text/xml; charset=utf-8");
        connection.setRequestProperty("SOAPAction", "\"\"");
        try {
            try (OutputStream out = connection.getOutputStream()) {
                out.write(envelope);
            }
            try (InputStream in = connection.getInputStream()) {
                return in.readNBytes(MOST_BYTES);
            }
        } finally {
            connection.disconnect();
        }
    }
}

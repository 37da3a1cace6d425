package dk.borgerbro.benchmarks;

import dk.borgerbro.testkit.pki.TestPki;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.impl.bootstrap.HttpServer;
import org.apache.hc.core5.http.impl.bootstrap.ServerBootstrap;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.io.CloseMode;

/** A service over TLS on loopback that reads a request and says little. */
final class LoopbackService implements AutoCloseable {
    private static final byte[] ANSWER = "{\"id\":\"4711\"}".getBytes(StandardCharsets.US_ASCII);

    private final TestPki pki = TestPki.create();
    private final HttpServer server;

    LoopbackService() throws IOException {
        server = ServerBootstrap.bootstrap()
                .setLocalAddress(InetAddress.getLoopbackAddress())
                .setCanonicalHostName("localhost")
                .setSslContext(pki.server().sslContext(pki.root()))
                .register("*", (request, response, context) -> {
                    EntityUtils.consume(request.getEntity());
                    response.setEntity(new ByteArrayEntity(ANSWER, ContentType.APPLICATION_JSON));
                })
                .create();
        server.start();
    }

    URI address() {
        return URI.create("https://localhost:" + server.getLocalPort() + "/");
    }

    /** {@return the root that a client has to trust} */
    byte[] root() throws CertificateEncodingException {
        return pki.root().getEncoded();
    }

    @Override
    public void close() {
        server.close(CloseMode.IMMEDIATE);
    }
}

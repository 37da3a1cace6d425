package dk.borgerbro.eid.saml;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dk.borgerbro.testkit.pki.TestPki;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** An https server on loopback that hands out metadata, or does not. */
final class MetadataServer implements AutoCloseable {
    private final HttpsServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger requests = new AtomicInteger();
    private volatile byte[] content = new byte[0];
    private volatile int status = 200;
    private volatile CountDownLatch gate = new CountDownLatch(0);

    MetadataServer(TestPki pki) throws IOException {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(pki.server().sslContext(pki.root())));
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    URI address() {
        return URI.create("https://localhost:" + server.getAddress().getPort() + "/runtime/saml2/metadata.idp?a=b");
    }

    void gives(byte[] metadata) {
        status = 200;
        content = metadata;
    }

    void fails(int code) {
        status = code;
    }

    /** Holds answers back until the latch is open. */
    void waitsFor(CountDownLatch latch) {
        gate = latch;
    }

    int requests() {
        return requests.get();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.incrementAndGet();
            if (!gate.await(30, TimeUnit.SECONDS)
                    || !exchange.getRequestURI().toString().equals("/runtime/saml2/metadata.idp?a=b")) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            if (status == 302) {
                exchange.getResponseHeaders().set("Location", "https://localhost/elsewhere");
            }
            byte[] body = status == 200 ? content : new byte[0];
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

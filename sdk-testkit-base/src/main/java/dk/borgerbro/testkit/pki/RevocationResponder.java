package dk.borgerbro.testkit.pki;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A status service on loopback: answers OCSP (RFC 6960, by POST and by GET) and hands out revocation lists for one
 * {@link TestPki}, with faults on demand. Thread-safe; {@link #close()} ends it and every request it was told not to answer.
 */
public final class RevocationResponder implements AutoCloseable {
    private static final int MOST_REQUEST_BYTES = 64 * 1024;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "revocation-responder");
        thread.setDaemon(true);
        return thread;
    });
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger ocspRequests = new AtomicInteger();
    private final AtomicInteger crlRequests = new AtomicInteger();
    private volatile RevocationFault ocspFault = RevocationFault.NONE;
    private volatile RevocationFault crlFault = RevocationFault.NONE;
    private volatile @Nullable StatusAnswers answers;

    private RevocationResponder(HttpServer server) {
        this.server = server;
    }

    /** {@return a running service on a free loopback port; hand it to {@link TestPki.Builder#revocation}} */
    public static RevocationResponder start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            RevocationResponder responder = new RevocationResponder(server);
            server.createContext(StatusAddresses.OCSP, responder::ocsp);
            server.createContext(StatusAddresses.ISSUING_CRL, exchange -> responder.crl(exchange, false));
            server.createContext(StatusAddresses.ROOT_CRL, exchange -> responder.crl(exchange, true));
            server.setExecutor(responder.threads);
            server.start();
            return responder;
        } catch (IOException e) {
            throw new UncheckedIOException("no loopback port is free", e);
        }
    }

    /** {@return scheme, host and port} */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Lets OCSP go wrong from now on. */
    public RevocationResponder ocsp(RevocationFault fault) {
        this.ocspFault = fault;
        return this;
    }

    /** Lets revocation lists go wrong from now on. */
    public RevocationResponder crl(RevocationFault fault) {
        this.crlFault = fault;
        return this;
    }

    /** {@return how many OCSP requests came} */
    public int ocspRequests() {
        return ocspRequests.get();
    }

    /** {@return how often a revocation list was asked for} */
    public int crlRequests() {
        return crlRequests.get();
    }

    /** Ends the service. */
    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    void serve(TestPki pki) {
        if (answers != null) {
            throw new IllegalStateException("this service already answers for another TestPki");
        }
        answers = new StatusAnswers(pki);
    }

    private void ocsp(HttpExchange exchange) throws IOException {
        try (exchange) {
            ocspRequests.incrementAndGet();
            RevocationFault fault = ocspFault;
            if (goesWrong(exchange, fault)) {
                return;
            }
            byte[] answer = answers().ocsp(request(exchange), fault);
            send(exchange, "application/ocsp-response", answer);
        }
    }

    private void crl(HttpExchange exchange, boolean ofRoot) throws IOException {
        try (exchange) {
            crlRequests.incrementAndGet();
            RevocationFault fault = crlFault;
            if (goesWrong(exchange, fault)) {
                return;
            }
            send(exchange, "application/pkix-crl", answers().crl(ofRoot, fault));
        }
    }

    private static byte[] request(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("POST")) {
            return exchange.getRequestBody().readNBytes(MOST_REQUEST_BYTES);
        }
        String path = exchange.getRequestURI().getRawPath().substring(StatusAddresses.OCSP.length() + 1);
        return Base64.getDecoder().decode(URLDecoder.decode(path, StandardCharsets.US_ASCII));
    }

    private boolean goesWrong(HttpExchange exchange, RevocationFault fault) throws IOException {
        switch (fault) {
            case NO_ANSWER -> awaitClose();
            case GET_NOT_FOUND -> {
                if (!exchange.getRequestMethod().equals("GET")) {
                    return false;
                }
                exchange.sendResponseHeaders(404, -1);
            }
            case SERVER_ERROR -> exchange.sendResponseHeaders(500, -1);
            case GARBAGE ->
                send(exchange, "text/html", "<html>Siden findes ikke</html>".getBytes(StandardCharsets.UTF_8));
            default -> {
                return false;
            }
        }
        return true;
    }

    private void awaitClose() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private StatusAnswers answers() {
        StatusAnswers current = answers;
        if (current == null) {
            throw new IllegalStateException("no TestPki was built with this service");
        }
        return current;
    }

    private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }
}

package dk.borgerbro.testkit.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dk.borgerbro.core.config.ServiceEnvironment;
import dk.borgerbro.testkit.pki.TestPki;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/**
 * An HTTPS server on loopback that demands a client certificate, unless told otherwise, plays one service and can be told to fail.
 * HTTP/1.1, TLS 1.2 and 1.3. Thread-safe. Not for production.
 */
public final class SimulatorServer implements Simulator {
    private static final System.Logger LOG = System.getLogger(SimulatorServer.class.getName());

    private final String name;
    private final String basePath;
    private final TestPki pki;
    private final boolean signs;
    private final SimulatorHandler handler;
    private final IntFunction<SimulatedAnswer> refusals;
    private final Door door;
    private final HttpServer server;
    private final Doorway doorway;
    private final ExecutorService threads;
    private final FaultScript faults = new FaultScript();
    private final Queue<RecordedCall> calls = new ConcurrentLinkedQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    private SimulatorServer(Builder builder) {
        this.name = builder.name;
        this.basePath = builder.basePath;
        this.pki = builder.pki == null ? SharedPki.pki() : builder.pki;
        this.signs = builder.signs;
        this.door = builder.door;
        this.handler = builder.handler;
        this.refusals = builder.refusals;
        this.threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, name + "-simulator");
            thread.setDaemon(true);
            return thread;
        });
        try {
            JdkServerSettings.sendAnswersAtOnce();
            this.server = open(door, pki);
            this.doorway = Doorway.open(builder.port, server.getAddress(), threads);
        } catch (IOException e) {
            throw new UncheckedIOException("the " + name + " simulator cannot listen on port " + builder.port, e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::serve);
    }

    /**
     * {@return a builder}
     *
     * @param name of the service, short, for threads and messages
     * @param handler the service
     */
    public static Builder builder(String name, SimulatorHandler handler) {
        return new Builder(name, handler);
    }

    private static HttpServer open(Door door, TestPki pki) throws IOException {
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        if (door == Door.PLAIN) {
            return HttpServer.create(anyPort, 0);
        }
        HttpsServer server = HttpsServer.create(anyPort, 0);
        server.setHttpsConfigurator(new TlsOnly(pki.server().sslContext(pki.root()), door == Door.MUTUAL_TLS));
        return server;
    }

    private void start() {
        server.start();
    }

    /** {@return the certificates of this simulator's world: whom it trusts, and who issued its own} */
    public TestPki pki() {
        return pki;
    }

    /** {@return the address below which the service lies} */
    public URI baseUri() {
        return URI.create(door.scheme() + "://localhost:" + doorway.port() + basePath);
    }

    /**
     * {@inheritDoc}
     *
     * @throws dk.borgerbro.core.error.ConfigurationException if the server speaks plain http; {@link #baseUri()} has its address
     */
    @Override
    public ServiceEnvironment environment() {
        return ServiceEnvironment.of("simulator", baseUri(), Set.of(pki.root()));
    }

    @Override
    public NextCall next() {
        return new NextCall(faults, signs, 1);
    }

    @Override
    public void chaos(long seed, double share) {
        faults.chaos(seed, share);
    }

    @Override
    public void calm() {
        faults.clear();
    }

    @Override
    public List<RecordedCall> calls() {
        return List.copyOf(calls);
    }

    @Override
    public List<String> openConnections() {
        return doorway.open();
    }

    @Override
    public void reset() {
        faults.clear();
        calls.clear();
    }

    @Override
    public void close() {
        closed.countDown();
        doorway.close();
        server.stop(0);
        threads.shutdownNow();
    }

    @Override
    public String toString() {
        return "SIMULATOR, NOT FOR PRODUCTION: " + name + " at " + baseUri();
    }

    private void serve(HttpExchange exchange) throws IOException {
        String agent = exchange.getRequestHeaders().getFirst("User-Agent");
        doorway.passage(exchange.getRemoteAddress().getPort())
                .ifPresent(passage -> passage.usedBy(agent == null ? "unnamed" : agent));
        Fault fault = faults.forThisCall();
        int status = 0;
        try (exchange) {
            if (fault.kind() != FaultKind.DROP_BEFORE_RECEIVING) {
                SimulatedAnswer answer = answer(exchange, fault);
                status = answer.status();
                // Noted before the answer leaves, so that whoever has the answer finds the call.
                calls.add(call(exchange, fault, status));
                send(exchange, answer, fault);
                return;
            }
        }
        calls.add(call(exchange, fault, status));
    }

    private RecordedCall call(HttpExchange exchange, Fault fault, int status) {
        return new RecordedCall(
                exchange.getRequestMethod(), exchange.getRequestURI().getPath(), fault.kind(), status);
    }

    private SimulatedAnswer answer(HttpExchange exchange, Fault fault) throws IOException {
        if (fault.kind() == FaultKind.DELAY) {
            waitFor(fault.time());
        }
        SimulatedAnswer answer;
        if (fault.kind() == FaultKind.STATUS) {
            answer = refusals.apply(fault.status());
            if (!fault.time().isZero()) {
                long seconds = fault.time().plusNanos(999_999_999).toSeconds();
                answer = answer.withHeader("Retry-After", Long.toString(seconds));
            }
        } else {
            answer = handle(new ExchangeRequest(exchange, basePath, door, fault.kind() == FaultKind.WRONG_SIGNATURE));
        }
        // A client that still writes would miss an answer given too early.
        exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
        return fault.kind() == FaultKind.GARBAGE ? answer.withBody(noise()) : answer;
    }

    private SimulatedAnswer handle(SimulatedRequest request) throws IOException {
        try {
            return handler.handle(request);
        } catch (RuntimeException e) {
            // Its message may quote the request.
            LOG.log(
                    System.Logger.Level.ERROR,
                    "the " + name + " simulator failed: " + e.getClass().getName() + " at " + e.getStackTrace()[0]);
            return SimulatedAnswer.empty(500)
                    .withHeader("X-Simulator-Failure", e.getClass().getName());
        }
    }

    private static void send(HttpExchange exchange, SimulatedAnswer answer, Fault fault) throws IOException {
        if (fault.kind() == FaultKind.DROP_AFTER_RECEIVING) {
            return;
        }
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = answer.body();
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            // Closing the exchange before all of the announced length is written closes the connection.
            int length = fault.kind() == FaultKind.CUT_ANSWER ? body.length / 2 : body.length;
            exchange.getResponseBody().write(body, 0, length);
            exchange.getResponseBody().flush();
        }
    }

    private static byte[] noise() {
        byte[] noise = new byte[256];
        new Random(1).nextBytes(noise);
        return noise;
    }

    private void waitFor(Duration delay) throws IOException {
        try {
            if (closed.await(delay.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new IOException("the simulator was closed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the simulator was closed", e);
        }
    }

    /** TLS 1.2 and 1.3, with a client certificate demanded in the handshake or not. */
    private static final class TlsOnly extends HttpsConfigurator {
        private final boolean certificateNeeded;

        TlsOnly(SSLContext context, boolean certificateNeeded) {
            super(context);
            this.certificateNeeded = certificateNeeded;
        }

        @Override
        public void configure(HttpsParameters parameters) {
            SSLParameters tls = getSSLContext().getDefaultSSLParameters();
            tls.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
            tls.setNeedClientAuth(certificateNeeded);
            parameters.setSSLParameters(tls);
        }
    }

    /** Builds a {@link SimulatorServer}. Not thread-safe. */
    public static final class Builder {
        private final String name;
        private final SimulatorHandler handler;
        private String basePath = "/";
        private int port;
        private boolean signs;
        private Door door = Door.MUTUAL_TLS;
        private @Nullable TestPki pki;
        private IntFunction<SimulatedAnswer> refusals = SimulatedAnswer::empty;

        private Builder(String name, SimulatorHandler handler) {
            this.name = name;
            this.handler = handler;
        }

        /**
         * Sets the path below which the service lies.
         *
         * @param basePath begins and ends with a slash; {@code /} unless set
         */
        public Builder basePath(String basePath) {
            this.basePath = basePath;
            return this;
        }

        /** Sets the port; a free one is taken unless this is set. */
        public Builder port(int port) {
            this.port = port;
            return this;
        }

        /** Sets whose certificates count; one hierarchy shared by all simulators of the JVM unless this is set. */
        public Builder pki(TestPki pki) {
            this.pki = pki;
            return this;
        }

        /** Lets anybody in without a client certificate, still by https. */
        public Builder anyClient() {
            this.door = Door.TLS;
            return this;
        }

        /** Lets anybody in by plain http. */
        public Builder plainHttp() {
            this.door = Door.PLAIN;
            return this;
        }

        /** Says that the service signs its answers, so that {@link NextCall#wrongSignature()} may be asked for. */
        public Builder signs() {
            this.signs = true;
            return this;
        }

        /**
         * Sets what goes with a scripted status; an empty body unless set.
         *
         * @param refusals from status to answer
         */
        public Builder refusals(IntFunction<SimulatedAnswer> refusals) {
            this.refusals = refusals;
            return this;
        }

        /**
         * {@return the server, listening}
         *
         * @throws UncheckedIOException if the port is taken
         */
        public SimulatorServer start() {
            SimulatorServer server = new SimulatorServer(this);
            server.start();
            return server;
        }
    }
}

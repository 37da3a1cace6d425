package dk.borgerbro.core.support;

import dk.borgerbro.core.config.ClientSettings;
import dk.borgerbro.core.config.ServiceEnvironment;
import dk.borgerbro.core.config.Sleeper;
import dk.borgerbro.core.config.Timeouts;
import dk.borgerbro.core.credential.KeySource;
import dk.borgerbro.core.http.HttpHeaders;
import dk.borgerbro.core.http.HttpTransport;
import dk.borgerbro.core.internal.http.HttpClientTransport;
import dk.borgerbro.core.internal.resilience.Backoff;
import dk.borgerbro.core.internal.resilience.Breaker;
import dk.borgerbro.core.token.AccessToken;
import dk.borgerbro.core.token.TokenSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The way of every outgoing HTTP call: authorisation, deadline, retry, breaker, size limit, events, typed errors. Thread-safe; knows no
 * domain. One for each service, environment and key; its breaker and its pool are its own, so share it between views of a client.
 *
 * <p>What is tried again, at most as often as {@link dk.borgerbro.core.config.RetryPolicy} says and never past the whole-call limit,
 * and only with a body that can be written again:
 *
 * <table>
 * <caption>Tries after which another follows</caption>
 * <tr><th>try ended with</th><th>READ</th><th>DEDUPLICATED_WRITE</th><th>WRITE</th></tr>
 * <tr><td>certainly not sent</td><td>yes</td><td>yes</td><td>yes</td></tr>
 * <tr><td>no answer, cut or unreadable answer</td><td>yes</td><td>yes</td><td>no: outcome unknown</td></tr>
 * <tr><td>502, 504</td><td>yes</td><td>yes</td><td>no: outcome unknown</td></tr>
 * <tr><td>408, 429, 503</td><td>yes</td><td>yes</td><td>no: refused</td></tr>
 * <tr><td>500</td><td>no: refused</td><td colspan="2">no: outcome unknown, unless the service named its fault</td></tr>
 * <tr><td>401 with a token of ours</td><td colspan="3">once, at once, with a new token</td></tr>
 * <tr><td>other status</td><td colspan="3">no: refused</td></tr>
 * </table>
 *
 * <p>Of several tries of a write, one with unknown outcome decides: the call's outcome is then unknown, unless a later try is answered
 * with a judgement of the message itself.
 */
public final class CallPipeline implements AutoCloseable {
    /** Header that carries the id by which caller and service can find a call again. */
    public static final String CORRELATION_HEADER = "X-Correlation-Id";

    private final String service;
    private final ServiceEnvironment environment;
    private final ClientSettings settings;
    private final @Nullable TokenSource tokens;
    private final FaultReader faults;
    private final HttpTransport transport;
    private final boolean ownTransport;
    private final Breaker breaker;
    private final Backoff backoff;
    private final CallWitness witness;
    private final String clientIdentification;

    private CallPipeline(Builder builder) {
        this.service = builder.service;
        this.environment = builder.environment;
        this.settings = builder.settings;
        this.tokens = builder.tokens;
        this.faults = builder.faults;
        HttpTransport.Factory factory = settings.transport().orElse(HttpClientTransport::open);
        this.transport = factory.open(environment, builder.key, settings);
        this.ownTransport = settings.transport().isEmpty();
        String name = service + "@" + environment.name();
        this.breaker = new Breaker(name, settings.breaker(), settings.clock());
        this.backoff = new Backoff(name, settings.retry(), settings.random());
        this.witness = new CallWitness(environment.name(), settings.listener());
        this.clientIdentification = ClientIdentification.of(settings);
    }

    /**
     * {@return a builder}
     *
     * @param service short name for messages and metrics, such as {@code digitalpost}
     */
    public static Builder builder(String service, ServiceEnvironment environment, ClientSettings settings) {
        return new Builder(service, environment, settings);
    }

    /**
     * Makes a call.
     *
     * @return what the call's reader made of the answer
     * @throws dk.borgerbro.core.error.ServiceException if the service refused
     * @throws dk.borgerbro.core.error.NotSentException if nothing was sent
     * @throws dk.borgerbro.core.error.OutcomeUnknownException if a write was sent and no usable answer came
     * @throws dk.borgerbro.core.error.TransportException if a read got no usable answer
     */
    public <T> T call(ServiceCall<T> call) {
        return new CallRun<>(this, call).run();
    }

    /** Closes all connections; calls under way fail. */
    @Override
    public void close() {
        transport.close();
    }

    String service() {
        return service;
    }

    Clock clock() {
        return settings.clock();
    }

    Sleeper sleeper() {
        return settings.sleeper();
    }

    Timeouts timeouts() {
        return settings.timeouts();
    }

    long answerLimit() {
        return settings.answerLimit();
    }

    Duration breakerOpenFor() {
        return settings.breaker().openFor();
    }

    @Nullable
    TokenSource tokens() {
        return tokens;
    }

    FaultReader faults() {
        return faults;
    }

    HttpTransport transport() {
        return transport;
    }

    Breaker breaker() {
        return breaker;
    }

    Backoff backoff() {
        return backoff;
    }

    CallWitness witness() {
        return witness;
    }

    String newCorrelationId() {
        byte[] bytes = new byte[16];
        settings.random().nextBytes(bytes);
        ByteBuffer random = ByteBuffer.wrap(bytes);
        // Version 4 and variant 2 of RFC 9562.
        long high = (random.getLong() & ~0xF000L) | 0x4000L;
        long low = (random.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    URI address(ServiceCall<?> call) {
        return URI.create(environment.baseUri() + call.path().toString());
    }

    HttpHeaders headers(ServiceCall<?> call, String correlationId, @Nullable AccessToken token) {
        HttpHeaders.Builder headers = HttpHeaders.builder()
                .add("User-Agent", clientIdentification)
                .add(CORRELATION_HEADER, correlationId)
                .addAll(call.headers());
        if (token != null) {
            headers.add("Authorization", token.authorization());
        }
        return headers.build();
    }

    /** A download may go on when the time for the call is over; its own limit begins when the answer does. */
    Duration timeLeft(ServiceCall<?> call, Instant now, Instant deadline) {
        Duration left = Duration.between(now, deadline);
        return call.isDownload() ? left.plus(settings.timeouts().download()) : left;
    }

    AnswerStream limited(InputStream body, ServiceCall<?> call, Instant deadline) {
        if (!call.isDownload()) {
            return new AnswerStream(body, settings.answerLimit(), clock(), deadline);
        }
        Instant end = clock().instant().plus(settings.timeouts().download());
        return new AnswerStream(body, Long.MAX_VALUE, clock(), end);
    }

    /** {@return what happened; the words of a foreign transport may quote the address, so only its kind of failure is told} */
    String describe(IOException fault) {
        if (ownTransport && fault.getMessage() != null) {
            return fault.getMessage();
        }
        return fault instanceof InterruptedIOException ? "it took too long" : "the connection failed";
    }

    /** Builds a {@link CallPipeline}. Not thread-safe. */
    public static final class Builder {
        private final String service;
        private final ServiceEnvironment environment;
        private final ClientSettings settings;
        private @Nullable KeySource key;
        private @Nullable TokenSource tokens;
        private FaultReader faults = FaultReader.statusOnly();

        private Builder(String service, ServiceEnvironment environment, ClientSettings settings) {
            this.service = service;
            this.environment = environment;
            this.settings = settings;
        }

        /** Sets the client's key for mutual TLS. */
        public Builder key(KeySource key) {
            this.key = key;
            return this;
        }

        /** Sets where the {@code Authorization} header comes from. */
        public Builder tokens(TokenSource tokens) {
            this.tokens = tokens;
            return this;
        }

        /** Sets how refusals are read. */
        public Builder faults(FaultReader faults) {
            this.faults = faults;
            return this;
        }

        /**
         * {@return the pipeline}
         *
         * @throws dk.borgerbro.core.error.ConfigurationException if TLS cannot be set up from the settings
         */
        public CallPipeline build() {
            return new CallPipeline(this);
        }
    }
}

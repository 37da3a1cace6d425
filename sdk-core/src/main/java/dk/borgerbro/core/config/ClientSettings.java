package dk.borgerbro.core.config;

import dk.borgerbro.core.error.ConfigurationException;
import dk.borgerbro.core.http.HttpTransport;
import dk.borgerbro.core.observe.AuditListener;
import dk.borgerbro.core.observe.CallListener;
import java.security.Provider;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What every client of an application shares: who is calling, limits, retries, listeners, clock. Immutable; made once and handed to
 * each client's builder.
 */
public final class ClientSettings {
    private final Builder values;

    private ClientSettings(Builder values) {
        this.values = values;
    }

    /** {@return the defaults} */
    public static ClientSettings defaults() {
        return builder().build();
    }

    /** {@return a builder that starts from the defaults} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return a builder that starts from these settings} */
    public Builder toBuilder() {
        return new Builder(values);
    }

    /** {@return the vendor's application, if it was named} */
    public Optional<ApplicationName> application() {
        return Optional.ofNullable(values.application);
    }

    /** {@return time limits} */
    public Timeouts timeouts() {
        return values.timeouts;
    }

    /** {@return retries of calls that are safe to repeat} */
    public RetryPolicy retry() {
        return values.retry;
    }

    /** {@return the circuit breaker} */
    public BreakerPolicy breaker() {
        return values.breaker;
    }

    /** {@return most connections that one client keeps to its service; 20 by default} */
    public int poolSize() {
        return values.poolSize;
    }

    /** {@return most bytes of an ordinary answer, counted after decompression; 16 MiB by default} */
    public long answerLimit() {
        return values.answerLimit;
    }

    /** {@return the proxy, if there is one} */
    public Optional<ProxySettings> proxy() {
        return Optional.ofNullable(values.proxy);
    }

    /** {@return the provider for TLS, signatures and decryption, if another than the JDK's is wanted} */
    public Optional<Provider> cryptoProvider() {
        return Optional.ofNullable(values.cryptoProvider);
    }

    /** {@return the application's own transport, if it brings one} */
    public Optional<HttpTransport.Factory> transport() {
        return Optional.ofNullable(values.transport);
    }

    /** {@return hears what calls do} */
    public CallListener listener() {
        return values.listener;
    }

    /** {@return keeps the audit trail} */
    public AuditListener audit() {
        return values.audit;
    }

    /** {@return tells the time; UTC system clock by default} */
    public Clock clock() {
        return values.clock;
    }

    /** {@return waits between tries} */
    public Sleeper sleeper() {
        return values.sleeper;
    }

    /** {@return makes correlation ids and spreads waits; a {@link SecureRandom} by default} */
    public RandomGenerator random() {
        return values.random;
    }

    /** Builds {@link ClientSettings}; each setting has a default. Not thread-safe. */
    public static final class Builder {
        private @Nullable ApplicationName application;
        private Timeouts timeouts = Timeouts.defaults();
        private RetryPolicy retry = RetryPolicy.defaults();
        private BreakerPolicy breaker = BreakerPolicy.defaults();
        private int poolSize = 20;
        private long answerLimit = 16L * 1024 * 1024;
        private @Nullable ProxySettings proxy;
        private @Nullable Provider cryptoProvider;
        private HttpTransport.@Nullable Factory transport;
        private CallListener listener = CallListener.none();
        private AuditListener audit = AuditListener.none();
        private Clock clock = Clock.systemUTC();
        private Sleeper sleeper = Sleeper.real();
        private RandomGenerator random = new SecureRandom();

        private Builder() {}

        private Builder(Builder from) {
            this.application = from.application;
            this.timeouts = from.timeouts;
            this.retry = from.retry;
            this.breaker = from.breaker;
            this.poolSize = from.poolSize;
            this.answerLimit = from.answerLimit;
            this.proxy = from.proxy;
            this.cryptoProvider = from.cryptoProvider;
            this.transport = from.transport;
            this.listener = from.listener;
            this.audit = from.audit;
            this.clock = from.clock;
            this.sleeper = from.sleeper;
            this.random = from.random;
        }

        /** Names the vendor's application to the services. */
        public Builder application(String name, String version) {
            this.application = new ApplicationName(name, version);
            return this;
        }

        /** Sets the time limits. */
        public Builder timeouts(Timeouts timeouts) {
            this.timeouts = timeouts;
            return this;
        }

        /** Sets the retries. */
        public Builder retry(RetryPolicy retry) {
            this.retry = retry;
            return this;
        }

        /** Sets the circuit breaker. */
        public Builder breaker(BreakerPolicy breaker) {
            this.breaker = breaker;
            return this;
        }

        /** Sets the most connections that one client keeps, 1 to 1000. */
        public Builder poolSize(int poolSize) {
            this.poolSize = poolSize;
            return this;
        }

        /** Sets the most bytes of an ordinary answer, at least 1024. */
        public Builder answerLimit(long bytes) {
            this.answerLimit = bytes;
            return this;
        }

        /** Sends calls through a proxy. */
        public Builder proxy(ProxySettings proxy) {
            this.proxy = proxy;
            return this;
        }

        /** Uses another provider than the JDK's for TLS, signatures and decryption, for instance a native one. */
        public Builder cryptoProvider(Provider provider) {
            this.cryptoProvider = provider;
            return this;
        }

        /** Uses the application's own transport. */
        public Builder transport(HttpTransport.Factory transport) {
            this.transport = transport;
            return this;
        }

        /** Sets who hears what calls do. */
        public Builder listener(CallListener listener) {
            this.listener = listener;
            return this;
        }

        /** Sets who keeps the audit trail. */
        public Builder audit(AuditListener audit) {
            this.audit = audit;
            return this;
        }

        /** Sets the clock. */
        public Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        /** Sets how to wait between tries. */
        public Builder sleeper(Sleeper sleeper) {
            this.sleeper = sleeper;
            return this;
        }

        /** Sets where correlation ids and the spread of waits come from; must be thread-safe. */
        public Builder random(RandomGenerator random) {
            this.random = random;
            return this;
        }

        /**
         * {@return the settings}
         *
         * @throws ConfigurationException naming every setting out of range
         */
        public ClientSettings build() {
            List<String> problems = new ArrayList<>();
            if (poolSize < 1 || poolSize > 1000) {
                problems.add("poolSize must be 1 to 1000, but is " + poolSize);
            }
            if (answerLimit < 1024) {
                problems.add("answerLimit must be at least 1024 bytes, but is " + answerLimit);
            }
            if (timeouts.connect().compareTo(timeouts.call()) > 0) {
                problems.add("timeouts.connect must not be longer than timeouts.call");
            }
            if (!problems.isEmpty()) {
                throw new ConfigurationException("settings", problems);
            }
            return new ClientSettings(new Builder(this));
        }
    }
}

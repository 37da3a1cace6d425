package dk.borgerbro.core.support;

import dk.borgerbro.core.config.ClientSettings;
import dk.borgerbro.core.config.ServiceEnvironment;
import dk.borgerbro.core.credential.KeySource;
import dk.borgerbro.core.token.TokenSource;

/**
 * The way of every outgoing HTTP call: authorisation, deadline, retry, breaker, size limit, events, typed errors. Thread-safe; knows no
 * domain.
 */
@SuppressWarnings({"UnusedVariable", "DoNotCallSuggester"})
public final class CallPipeline implements AutoCloseable {
    private CallPipeline(Builder builder) {}

    /**
     * {@return a builder}
     *
     * @param service short name for messages and metrics, such as {@code digitalpost}
     */
    public static Builder builder(String service, ServiceEnvironment environment, ClientSettings settings) {
        return new Builder();
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
        throw new UnsupportedOperationException(call.operation());
    }

    @Override
    public void close() {}

    /** Builds a {@link CallPipeline}. Not thread-safe. */
    public static final class Builder {
        private Builder() {}

        /** Sets the client's key for mutual TLS. */
        public Builder key(KeySource key) {
            return this;
        }

        /** Sets where the {@code Authorization} header comes from. */
        public Builder tokens(TokenSource tokens) {
            return this;
        }

        /** Sets how refusals are read. */
        public Builder faults(FaultReader faults) {
            return this;
        }

        /** {@return the pipeline} */
        public CallPipeline build() {
            return new CallPipeline(this);
        }
    }
}

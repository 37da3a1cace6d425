package dk.borgerbro.core.error;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a service said when it refused. Immutable; built by clients, and by users who test their own error handling.
 *
 * <p>The service's own text may repeat what was sent, so it is handed over by {@link #text()} and kept out of messages and
 * {@link #toString()}.
 */
public final class ServiceFault implements Serializable {
    private final int httpStatus;
    private final String code;
    private final String text;
    private final String requestId;
    private final @Nullable Duration retryAfter;
    private final List<Finding> findings;
    private final Responsibility responsibility;

    private ServiceFault(Builder builder) {
        this.httpStatus = builder.httpStatus;
        this.code = builder.code;
        this.text = builder.text;
        this.requestId = builder.requestId;
        this.retryAfter = builder.retryAfter;
        this.findings = List.copyOf(builder.findings);
        Responsibility told = builder.responsibility;
        this.responsibility = told == null ? usual(builder.httpStatus) : told;
    }

    /**
     * {@return a builder}
     *
     * @param httpStatus status of the answer, 0 where the service does not speak HTTP
     */
    public static Builder builder(int httpStatus) {
        return new Builder(httpStatus);
    }

    /** {@return status of the answer, 0 where the service does not speak HTTP} */
    public int httpStatus() {
        return httpStatus;
    }

    /** {@return the service's own error code, empty if it gave none} */
    public String code() {
        return code;
    }

    /** {@return the service's own text, which may hold personal data; empty if it gave none} */
    public String text() {
        return text;
    }

    /** {@return the service's id of the request, empty if it gave none} */
    public String requestId() {
        return requestId;
    }

    /** {@return how long the service asks to wait before the next try} */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** {@return the faults by field, without the offending values} */
    public List<Finding> findings() {
        return findings;
    }

    /** {@return who must act: SETUP for 401 and 403, SERVICE for 429 and 5xx, else INPUT, unless the client knows better} */
    public Responsibility responsibility() {
        return responsibility;
    }

    private static Responsibility usual(int status) {
        if (status == 401 || status == 403) {
            return Responsibility.SETUP;
        }
        return status == 429 || status >= 500 ? Responsibility.SERVICE : Responsibility.INPUT;
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder("code=").append(code.isEmpty() ? "none" : code);
        if (httpStatus != 0) {
            out.append(", http=").append(httpStatus);
        }
        if (!requestId.isEmpty()) {
            out.append(", request-id=").append(requestId);
        }
        findings.forEach(finding -> out.append("; ").append(finding));
        return out.toString();
    }

    /** Builds a {@link ServiceFault}. Not thread-safe. */
    public static final class Builder {
        private final int httpStatus;
        private String code = "";
        private String text = "";
        private String requestId = "";
        private @Nullable Duration retryAfter;
        private List<Finding> findings = List.of();
        private @Nullable Responsibility responsibility;

        private Builder(int httpStatus) {
            this.httpStatus = httpStatus;
        }

        /** Sets the service's own error code; anything but letters, digits and {@code . _ : -} is replaced by {@code ?}. */
        public Builder code(String code) {
            this.code = ServiceText.token(code);
            return this;
        }

        /** Sets the service's own text. */
        public Builder text(String text) {
            this.text = text;
            return this;
        }

        /** Sets the service's id of the request; cleaned like the code. */
        public Builder requestId(String requestId) {
            this.requestId = ServiceText.token(requestId);
            return this;
        }

        /** Sets how long to wait before the next try. */
        public Builder retryAfter(Duration retryAfter) {
            this.retryAfter = retryAfter;
            return this;
        }

        /** Sets the faults by field. */
        public Builder findings(List<Finding> findings) {
            this.findings = findings;
            return this;
        }

        /** Sets who must act, where the status alone would mislead. */
        public Builder responsibility(Responsibility responsibility) {
            this.responsibility = responsibility;
            return this;
        }

        /** {@return the fault} */
        public ServiceFault build() {
            return new ServiceFault(this);
        }
    }
}

package dk.borgerbro.eid;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is logged in. Keep the identity in the web session with the new id; what is logged in must end at {@link #expiresAt}. Immutable.
 * Prints nothing personal.
 */
public final class LoggedIn implements LoginResult {
    private final Identity identity;
    private final BrowserSession browser;
    private final Instant authenticatedAt;
    private final Instant expiresAt;
    private final String returnTo;
    private final String correlationId;

    private LoggedIn(Builder builder) {
        this.identity = builder.identity;
        this.browser = builder.browser;
        this.authenticatedAt = Objects.requireNonNull(builder.authenticatedAt, "authenticatedAt");
        this.expiresAt = Objects.requireNonNull(builder.expiresAt, "expiresAt");
        this.returnTo = builder.returnTo;
        this.correlationId = builder.correlationId;
    }

    /**
     * {@return a builder, for tests of applications}
     *
     * @param browser the session under its new id
     */
    public static Builder builder(Identity identity, BrowserSession browser) {
        return new Builder(identity, browser);
    }

    /** {@return who it is, with level and attributes} */
    public Identity identity() {
        return identity;
    }

    /** {@return the browser's session under its new id} */
    public BrowserSession browser() {
        return browser;
    }

    /** {@return when the user authenticated; earlier than this login, if another service asked for it} */
    public Instant authenticatedAt() {
        return authenticatedAt;
    }

    /** {@return when the session must end at the latest} */
    public Instant expiresAt() {
        return expiresAt;
    }

    @Override
    public String returnTo() {
        return returnTo;
    }

    /** {@return the id under which the audit trail has this login} */
    public String correlationId() {
        return correlationId;
    }

    @Override
    public String toString() {
        return "LoggedIn(until " + expiresAt + ", identity hidden)";
    }

    /** Builds a {@link LoggedIn}. Not thread-safe. */
    public static final class Builder {
        private final Identity identity;
        private final BrowserSession browser;
        private @Nullable Instant authenticatedAt;
        private @Nullable Instant expiresAt;
        private String returnTo = "/";
        private String correlationId = "";

        private Builder(Identity identity, BrowserSession browser) {
            this.identity = Objects.requireNonNull(identity, "identity");
            this.browser = Objects.requireNonNull(browser, "browser");
        }

        /** Sets when the user authenticated and when the session must end; both are needed. */
        public Builder times(Instant authenticatedAt, Instant expiresAt) {
            this.authenticatedAt = authenticatedAt;
            this.expiresAt = expiresAt;
            return this;
        }

        /** Sets where the browser goes now; {@code /} by default. */
        public Builder returnTo(String path) {
            this.returnTo = Objects.requireNonNull(path, "path");
            return this;
        }

        /** Sets the id in the audit trail; empty by default. */
        public Builder correlationId(String id) {
            this.correlationId = Objects.requireNonNull(id, "id");
            return this;
        }

        /** {@return the result} */
        public LoggedIn build() {
            return new LoggedIn(this);
        }
    }
}

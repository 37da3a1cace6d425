package dk.borgerbro.eid;

import java.util.Objects;

/**
 * How a login ended, if its answer is to be believed: with an identity, or in one of the ways that are part of daily life. An answer that
 * is not to be believed is an exception instead. Immutable.
 *
 * <pre>{@code
 * if (result instanceof LoggedIn in) {
 *     greet(in.identity());
 * } else if (result instanceof LoginResult.Cancelled) {
 *     showStartPage();
 * }
 * }</pre>
 */
public sealed interface LoginResult
        permits LoggedIn,
                LoginResult.Cancelled,
                LoginResult.NotLoggedIn,
                LoginResult.AssuranceNotAvailable,
                LoginResult.Denied {
    /** {@return where the browser goes now: a path of the application, as given when the login began, else the default page} */
    String returnTo();

    /**
     * The user gave up, or could not authenticate. A session from before stays.
     *
     * @param status what was said; proves nothing
     * @param returnTo see {@link LoginResult#returnTo}
     */
    record Cancelled(ProviderStatus status, String returnTo) implements LoginResult {
        /** Refuses absent parts. */
        public Cancelled {
            Objects.requireNonNull(status, "status");
            Objects.requireNonNull(returnTo, "returnTo");
        }
    }

    /**
     * A passive login found that nobody is logged in at the identity provider.
     *
     * @param status what was said; proves nothing
     * @param returnTo see {@link LoginResult#returnTo}
     */
    record NotLoggedIn(ProviderStatus status, String returnTo) implements LoginResult {
        /** Refuses absent parts. */
        public NotLoggedIn {
            Objects.requireNonNull(status, "status");
            Objects.requireNonNull(returnTo, "returnTo");
        }
    }

    /**
     * The user cannot reach the required level. A session from before stays.
     *
     * @param required the level that was asked for
     * @param status what was said; proves nothing
     * @param returnTo see {@link LoginResult#returnTo}
     */
    record AssuranceNotAvailable(AssuranceLevel required, ProviderStatus status, String returnTo)
            implements LoginResult {
        /** Refuses absent parts. */
        public AssuranceNotAvailable {
            Objects.requireNonNull(required, "required");
            Objects.requireNonNull(status, "status");
            Objects.requireNonNull(returnTo, "returnTo");
        }
    }

    /**
     * The identity provider refused to serve the request.
     *
     * @param status what was said; proves nothing
     * @param returnTo see {@link LoginResult#returnTo}
     */
    record Denied(ProviderStatus status, String returnTo) implements LoginResult {
        /** Refuses absent parts. */
        public Denied {
            Objects.requireNonNull(status, "status");
            Objects.requireNonNull(returnTo, "returnTo");
        }
    }
}

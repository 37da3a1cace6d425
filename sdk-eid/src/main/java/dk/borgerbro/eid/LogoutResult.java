package dk.borgerbro.eid;

import java.util.List;
import java.util.Objects;

/**
 * How a logout went on, if its message is to be believed. In every case the sessions here that it concerns have ended already; what is left
 * to do is to send {@link #answer()}. A message that is not to be believed is an exception instead. Immutable.
 */
public sealed interface LogoutResult
        permits LogoutResult.Finished, LogoutResult.Partial, LogoutResult.Failed, LogoutResult.EndedByProvider {
    /** {@return what to send back: the way to the local page after logout, or the answer to whoever asked} */
    HttpAnswer answer();

    /**
     * The logout that this browser began has ended all sessions everywhere.
     *
     * @param answer see {@link LogoutResult#answer}
     */
    record Finished(HttpAnswer answer) implements LogoutResult {
        /** Refuses absent parts. */
        public Finished {
            Objects.requireNonNull(answer, "answer");
        }
    }

    /**
     * The logout that this browser began has ended the session here and that at the identity provider, but not all at other services. The
     * page after logout should say that closing the browser ends the rest.
     *
     * @param answer see {@link LogoutResult#answer}
     * @param status what the identity provider said
     */
    record Partial(HttpAnswer answer, ProviderStatus status) implements LogoutResult {
        /** Refuses absent parts. */
        public Partial {
            Objects.requireNonNull(answer, "answer");
            Objects.requireNonNull(status, "status");
        }
    }

    /**
     * The session here has ended, but the identity provider did not log the user out. The page after logout should say that the browser must
     * be closed, or whoever uses it next may be logged in without being asked.
     *
     * @param answer see {@link LogoutResult#answer}
     * @param status what the identity provider said
     */
    record Failed(HttpAnswer answer, ProviderStatus status) implements LogoutResult {
        /** Refuses absent parts. */
        public Failed {
            Objects.requireNonNull(answer, "answer");
            Objects.requireNonNull(status, "status");
        }
    }

    /**
     * The identity provider ended sessions: because the user logged out at another service, or for reasons of its own.
     *
     * @param answer see {@link LogoutResult#answer}; the same whether or not there were sessions
     * @param sessions those that ended, of whatever browser and node; the application drops what it keeps for each of them. Empty if there
     *     was none
     */
    record EndedByProvider(HttpAnswer answer, List<BrowserSession> sessions) implements LogoutResult {
        /** Refuses absent parts. */
        public EndedByProvider {
            Objects.requireNonNull(answer, "answer");
            sessions = List.copyOf(sessions);
        }
    }
}

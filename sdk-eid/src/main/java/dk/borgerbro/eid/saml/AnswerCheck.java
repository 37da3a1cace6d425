package dk.borgerbro.eid.saml;

import dk.borgerbro.eid.LoginResult;
import dk.borgerbro.eid.internal.login.Rehearsal;
import java.util.Objects;
import java.util.Optional;

/**
 * Says of a login answer at rest what the login would have said: for support, when an answer was refused and lies in a file. Nothing is sent,
 * nobody is logged in, and no store, archive or audit trail of the provider learns of it.
 *
 * @param result how the login would have ended
 * @param session what would have been logged in; empty unless the result is {@link dk.borgerbro.eid.LoggedIn}
 */
public record AnswerCheck(LoginResult result, Optional<ActiveSession> session) {
    /** Refuses absent parts. */
    public AnswerCheck {
        Objects.requireNonNull(result, "result");
        Objects.requireNonNull(session, "session");
    }

    /**
     * {@return how the login would have ended}
     *
     * <p>All checks are made as in {@link SamlServiceProvider#completeLogin}, at the time of the clock in the provider's settings: set it to
     * when the answer came.
     *
     * @param provider set up as the service that got the answer; its builder is not changed
     * @param expected what the login asked for
     * @param requestId the id of the request that is answered
     * @param formValue the form field {@code SAMLResponse} as it came, decoded from the form but not from base64
     * @throws LoginRejectedException with the first check that fails
     * @throws dk.borgerbro.core.error.ConfigurationException if the provider cannot be built
     */
    public static AnswerCheck check(
            ServiceProviderBuilder provider, LoginRequest expected, String requestId, String formValue) {
        return Rehearsal.of(provider.checked()).answer(expected, requestId, formValue);
    }
}

package dk.borgerbro.core.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.borgerbro.core.error.CredentialException;
import dk.borgerbro.core.error.CredentialException.Failure;
import dk.borgerbro.core.error.CredentialException.Reason;
import dk.borgerbro.core.error.Responsibility;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What every refusal here has in common. */
final class Failures {
    private Failures() {}

    static CredentialException all(ThrowingCallable call, Reason... reasons) {
        CredentialException error = catchThrowableOfType(CredentialException.class, call);
        assertThat(error).as("a typed refusal").isNotNull();
        assertThat(error.failures()).extracting(Failure::reason).containsExactly(reasons);
        assertThat(error.responsibility()).isEqualTo(Responsibility.SETUP);
        assertThat(error.isRetryable()).isFalse();
        // The JDK's own exceptions may quote what they read.
        assertThat(error).hasNoCause();
        return error;
    }

    static Failure one(ThrowingCallable call, Reason reason) {
        return all(call, reason).failures().get(0);
    }
}

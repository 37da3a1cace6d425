package dk.borgerbro.eid.saml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Expectations of refused logins. */
final class Refused {
    private Refused() {}

    /** Expects a refusal of one check whose text holds nothing of the message. */
    static LoginRejectedException by(LoginCheck check, ThrowingCallable login) {
        LoginRejectedException refusal = catchThrowableOfType(LoginRejectedException.class, login);
        assertThat(refusal).as("a refusal of %s", check).isNotNull();
        assertThat(refusal.code()).as(refusal.getMessage()).isEqualTo(check);
        assertThat(refusal.getMessage()).contains(check.name()).doesNotContain(Answer.SUBJECT);
        return refusal;
    }
}

package dk.borgerbro.eid.saml;

import dk.borgerbro.core.error.CallReference;
import dk.borgerbro.core.error.Finding;
import dk.borgerbro.core.error.InvalidMessageException;
import dk.borgerbro.core.error.Responsibility;
import dk.borgerbro.eid.ProviderStatus;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A login answer failed a check: nobody is logged in. Show a neutral page and quote {@link #code()} and {@link #correlationId()}, which the
 * audit trail has too; nothing of the answer stands in the message. A wrong clock, wrong metadata or an attack are the likely causes, in
 * this order.
 */
public final class LoginRejectedException extends InvalidMessageException {
    private static final long serialVersionUID = 1L;

    private final LoginCheck code;
    private final @Nullable ProviderStatus status;

    private LoginRejectedException(
            CallReference call, LoginCheck code, List<Finding> checks, @Nullable ProviderStatus status) {
        super(call, checks);
        this.code = code;
        this.status = status;
    }

    /**
     * {@return the exception for one failed check}
     *
     * @param code the check
     * @param path the element or parameter, by the standard's names
     * @param reason what is wrong and the likely fix, without anything of the message's content
     */
    public static LoginRejectedException of(LoginCheck code, String path, String reason) {
        return new LoginRejectedException(
                CallReference.local("login", "complete"),
                code,
                List.of(Finding.error(code.name(), path, reason)),
                null);
    }

    /** {@return the same refusal with what the identity provider said, for {@link LoginCheck#R08_STATUS}} */
    public LoginRejectedException withStatus(ProviderStatus said) {
        return traced(new LoginRejectedException(call(), code, failedChecks(), said));
    }

    /** {@return the same refusal with the id under which the audit trail has it} */
    public LoginRejectedException withCorrelationId(String id) {
        CallReference call = new CallReference(service(), operation(), id, 1);
        return traced(new LoginRejectedException(call, code, failedChecks(), status));
    }

    private LoginRejectedException traced(LoginRejectedException copy) {
        copy.setStackTrace(getStackTrace());
        return copy;
    }

    /** {@return the check that failed; the first in order, since what comes after it was not looked at} */
    public LoginCheck code() {
        return code;
    }

    /** {@return what the identity provider said, if that is what the login failed on} */
    public Optional<ProviderStatus> status() {
        return Optional.ofNullable(status);
    }

    /** {@return SETUP if the identity provider found our request wrong, else SERVICE} */
    @Override
    public Responsibility responsibility() {
        return status().filter(said -> said.code().endsWith(":Requester")).isPresent()
                ? Responsibility.SETUP
                : super.responsibility();
    }
}

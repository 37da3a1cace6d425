package dk.borgerbro.eid.saml;

import dk.borgerbro.core.error.CallReference;
import dk.borgerbro.core.error.Finding;
import dk.borgerbro.core.error.InvalidMessageException;
import java.util.List;

/**
 * A login answer failed a check: nobody is logged in. Show a neutral page and quote {@link #code()}; nothing of the answer stands in the
 * message. A wrong clock, wrong metadata or an attack are the likely causes, in this order.
 */
public final class LoginRejectedException extends InvalidMessageException {
    private final LoginCheck code;

    private LoginRejectedException(CallReference call, LoginCheck code, String path, String reason) {
        super(call, List.of(Finding.error(code.name(), path, reason)));
        this.code = code;
    }

    /**
     * {@return the exception for one failed check}
     *
     * @param code the check
     * @param path the element or parameter, by the standard's names
     * @param reason what is wrong and the likely fix, without anything of the message's content
     */
    public static LoginRejectedException of(LoginCheck code, String path, String reason) {
        return new LoginRejectedException(CallReference.local("login", "complete"), code, path, reason);
    }

    /** {@return the check that failed; the first in order, since what comes after it was not looked at} */
    public LoginCheck code() {
        return code;
    }
}

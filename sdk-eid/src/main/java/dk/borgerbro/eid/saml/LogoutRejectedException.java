package dk.borgerbro.eid.saml;

import dk.borgerbro.core.error.CallReference;
import dk.borgerbro.core.error.Finding;
import dk.borgerbro.core.error.InvalidMessageException;
import dk.borgerbro.eid.HttpAnswer;
import java.util.List;

/** A logout message failed a check: no session was touched. Send {@link #answer()} back; nothing of the message stands in the text. */
public final class LogoutRejectedException extends InvalidMessageException {
    private final LogoutCheck code;
    private final transient HttpAnswer answer;

    private LogoutRejectedException(LogoutCheck code, String path, String reason, HttpAnswer answer) {
        super(CallReference.local("login", "logout"), List.of(Finding.error(code.name(), path, reason)));
        this.code = code;
        this.answer = answer;
    }

    /**
     * {@return the exception for one failed check}
     *
     * @param code the check
     * @param path the element or parameter, by the standard's names
     * @param reason what is wrong and the likely fix, without anything of the message's content
     * @param answer what the sender is to get
     */
    public static LogoutRejectedException of(LogoutCheck code, String path, String reason, HttpAnswer answer) {
        return new LogoutRejectedException(code, path, reason, answer);
    }

    /** {@return the check that failed; the first in order} */
    public LogoutCheck code() {
        return code;
    }

    /** {@return what to send back: a neutral page, or a SOAP fault to whoever sent SOAP} */
    public HttpAnswer answer() {
        return answer;
    }
}

package dk.borgerbro.eid.internal.logout;

import dk.borgerbro.eid.internal.binding.TransportFault;
import dk.borgerbro.eid.internal.saml.Refusal;
import dk.borgerbro.eid.saml.LogoutCheck;

/** A check that a logout message failed. Holds nothing of the message. */
final class LogoutRefusal extends Exception {
    private final LogoutCheck check;
    private final String path;
    private final String reason;

    LogoutRefusal(LogoutCheck check, String path, String reason) {
        super(check + " at " + path + ": " + reason);
        this.check = check;
        this.path = path;
        this.reason = reason;
    }

    static LogoutRefusal of(TransportFault fault) {
        return new LogoutRefusal(LogoutCheck.L01_TRANSPORT, fault.path(), fault.reason());
    }

    static LogoutRefusal of(Refusal refusal) {
        LogoutCheck check = switch (refusal.check()) {
            case XML -> LogoutCheck.L02_XML;
            case STRUCTURE, DECRYPTION, ASSERTION_STRUCTURE -> LogoutCheck.L03_STRUCTURE;
            case SIGNATURE_MISSING -> LogoutCheck.L04_SIGNATURE_MISSING;
            case SIGNATURE_FORM -> LogoutCheck.L05_SIGNATURE_FORM;
            case SIGNATURE_ALGORITHM -> LogoutCheck.L06_SIGNATURE_ALGORITHM;
            case SIGNATURE_KEY -> LogoutCheck.L07_SIGNATURE_KEY;
        };
        return new LogoutRefusal(check, refusal.path(), refusal.reason());
    }

    LogoutCheck check() {
        return check;
    }

    String path() {
        return path;
    }

    String reason() {
        return reason;
    }
}

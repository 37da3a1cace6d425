package dk.borgerbro.eid.internal.saml;

import dk.borgerbro.eid.saml.LoginCheck;
import dk.borgerbro.eid.saml.LoginRejectedException;

/** R2, R3 and R10 to R15: an engine's refusals by the codes of a login. */
public final class EngineChecks {
    private EngineChecks() {}

    /** {@return an engine's refusal as the application sees it} */
    public static LoginRejectedException login(Refusal refusal) {
        return LoginRejectedException.of(code(refusal.check()), refusal.path(), refusal.reason());
    }

    private static LoginCheck code(EngineCheck check) {
        return switch (check) {
            case XML -> LoginCheck.R02_XML;
            case STRUCTURE -> LoginCheck.R03_STRUCTURE;
            case DECRYPTION -> LoginCheck.R10_DECRYPTION;
            case ASSERTION_STRUCTURE -> LoginCheck.R11_ASSERTION_STRUCTURE;
            case SIGNATURE_MISSING -> LoginCheck.R12_SIGNATURE_MISSING;
            case SIGNATURE_FORM -> LoginCheck.R13_SIGNATURE_FORM;
            case SIGNATURE_ALGORITHM -> LoginCheck.R14_SIGNATURE_ALGORITHM;
            case SIGNATURE_KEY -> LoginCheck.R15_SIGNATURE_KEY;
        };
    }
}

package dk.borgerbro.eid.internal.saml;

import dk.borgerbro.eid.AssuranceLevel;
import dk.borgerbro.eid.saml.LoginCheck;
import dk.borgerbro.eid.saml.LoginRejectedException;

/** R24: the level that was reached, whatever was asked for. */
public final class AssuranceRule {
    private AssuranceRule() {}

    /** Checks the level that the assertion states. */
    public static void check(AssuranceLevel reached, AssuranceLevel required) {
        if (!reached.satisfies(required)) {
            throw LoginRejectedException.of(
                    LoginCheck.R24_ASSURANCE,
                    "Assertion/AttributeStatement",
                    reached == AssuranceLevel.UNKNOWN
                            ? "states no level that is known; " + required + " is required"
                            : "states level " + reached + ", but " + required + " is required");
        }
    }

    /** {@return the larger of two levels of which neither is unknown} */
    public static AssuranceLevel larger(AssuranceLevel one, AssuranceLevel other) {
        return one.satisfies(other) ? one : other;
    }
}

package dk.borgerbro.eid.internal.saml;

import dk.borgerbro.eid.internal.saml.AssertionContent.Conditions;
import dk.borgerbro.eid.saml.LoginCheck;
import dk.borgerbro.eid.saml.LoginRejectedException;

/** R20: when and for whom the assertion holds (SAML core 2.5.1). One-time use is kept by the replay check, for every assertion. */
public final class ConditionsRule {
    private static final String PATH = "Assertion/Conditions";

    private ConditionsRule() {}

    /**
     * Checks the conditions.
     *
     * @param entityId this service provider's; each restriction must name it among its audiences
     */
    public static void check(AssertionContent assertion, String entityId, TimeWindow time) {
        Conditions stated = assertion.conditions().orElseThrow(() -> refuse(PATH, "is missing"));
        if (stated.notBefore().filter(time::isAhead).isPresent()) {
            throw refuse(PATH + "/@NotBefore", "is in the future; check the clock");
        }
        if (stated.notOnOrAfter().filter(time::hasEnded).isPresent()) {
            throw refuse(PATH + "/@NotOnOrAfter", "has passed; check the clock");
        }
        if (stated.audiences().isEmpty()) {
            throw refuse(PATH + "/AudienceRestriction", "is missing");
        }
        if (!stated.audiences().stream().allMatch(audiences -> audiences.contains(entityId))) {
            throw refuse(
                    PATH + "/AudienceRestriction", "does not name this service; check the entityID that is registered");
        }
        if (stated.unknown()) {
            throw refuse(PATH, "holds a condition that is not known here, and whose meaning nobody may guess");
        }
    }

    private static LoginRejectedException refuse(String path, String reason) {
        return LoginRejectedException.of(LoginCheck.R20_CONDITIONS, path, reason);
    }
}

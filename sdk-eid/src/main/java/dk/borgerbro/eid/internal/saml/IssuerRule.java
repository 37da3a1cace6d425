package dk.borgerbro.eid.internal.saml;

import dk.borgerbro.eid.saml.LoginCheck;
import dk.borgerbro.eid.saml.LoginRejectedException;
import dk.borgerbro.eid.saml.NameId;

/** R4 and R16: who issued it. */
public final class IssuerRule {
    private IssuerRule() {}

    /**
     * Checks the issuer of a response, which need not say it.
     *
     * @param entityId the identity provider's
     */
    public static void checkResponse(ResponseMessage response, String entityId) {
        response.issuer().ifPresent(named -> check(LoginCheck.R04_ISSUER, "Response/Issuer", named, entityId));
    }

    /**
     * Checks the issuer of an assertion.
     *
     * @param entityId the identity provider's
     */
    public static void checkAssertion(AssertionContent assertion, String entityId) {
        check(LoginCheck.R16_ASSERTION_ISSUER, "Assertion/Issuer", assertion.issuer(), entityId);
    }

    private static void check(LoginCheck code, String path, NameId issuer, String entityId) {
        if (!issuer.value().equals(entityId)) {
            throw LoginRejectedException.of(
                    code,
                    path,
                    "is not the entityID in the identity provider's metadata, which must be equal to the letter");
        }
        if (!issuer.format().orElse(NameId.ENTITY).equals(NameId.ENTITY)) {
            throw LoginRejectedException.of(code, path + "/@Format", "is neither absent nor that of an entity");
        }
    }
}

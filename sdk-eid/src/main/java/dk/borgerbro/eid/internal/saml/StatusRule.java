package dk.borgerbro.eid.internal.saml;

import dk.borgerbro.eid.ProviderStatus;
import dk.borgerbro.eid.saml.LoginCheck;
import dk.borgerbro.eid.saml.LoginRejectedException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * R8: success, an outcome that is part of daily life, or a failure. The second code decides between the two latter; a pair that the
 * profile's table does not name is a failure.
 */
public final class StatusRule {
    private static final String PREFIX = "urn:oasis:names:tc:SAML:2.0:status:";
    private static final Set<String> MISHAPS = Set.of(PREFIX + "Requester", PREFIX + "Responder");
    private static final Map<String, StatusVerdict> OUTCOMES = Map.of(
            PREFIX + "AuthnFailed", StatusVerdict.CANCELLED,
            PREFIX + "NoPassive", StatusVerdict.NOT_LOGGED_IN,
            PREFIX + "NoAuthnContext", StatusVerdict.ASSURANCE_NOT_AVAILABLE,
            PREFIX + "RequestDenied", StatusVerdict.DENIED);
    private static final String UNKNOWN = "a code of its own";
    /** SAML core 3.2.2.2. Only these are ever repeated in a message of ours: others may hold anything. */
    private static final Set<String> KNOWN = Set.of(
            "Requester",
            "Responder",
            "VersionMismatch",
            "AuthnFailed",
            "InvalidAttrNameOrValue",
            "InvalidNameIDPolicy",
            "NoAuthnContext",
            "NoAvailableIDP",
            "NoPassive",
            "NoSupportedIDP",
            "PartialLogout",
            "ProxyCountExceeded",
            "RequestDenied",
            "RequestUnsupported",
            "RequestVersionDeprecated",
            "RequestVersionTooHigh",
            "RequestVersionTooLow",
            "ResourceNotRecognized",
            "TooManyResponses",
            "UnknownAttrProfile",
            "UnknownPrincipal",
            "UnsupportedBinding");

    private StatusRule() {}

    /**
     * {@return what the status means}
     *
     * @throws LoginRejectedException with the codes, if it is a failure
     */
    public static StatusVerdict judge(StatusValue status) {
        String top = status.codes().get(0);
        if (top.equals(PREFIX + "Success")) {
            return StatusVerdict.SUCCESS;
        }
        if (MISHAPS.contains(top) && status.codes().size() > 1) {
            StatusVerdict verdict = OUTCOMES.get(status.codes().get(1));
            if (verdict != null) {
                return verdict;
            }
        }
        throw LoginRejectedException.of(LoginCheck.R08_STATUS, "Response/Status", reason(status.codes()))
                .withStatus(clean(status));
    }

    /** {@return codes and words as the application may see them} */
    public static ProviderStatus clean(StatusValue status) {
        ProviderStatus clean = ProviderStatus.of(status.codes().get(0));
        if (status.codes().size() > 1) {
            clean = clean.withSubcode(status.codes().get(1));
        }
        return status.message().map(clean::withMessage).orElse(clean);
    }

    private static String reason(List<String> codes) {
        String said = name(codes.get(0)) + (codes.size() > 1 ? " with " + name(codes.get(1)) : "");
        return "the identity provider answered " + said
                + (name(codes.get(0)).equals("Requester")
                        ? "; it finds the request wrong: check what is registered there"
                        : "");
    }

    private static String name(String code) {
        String name = code.startsWith(PREFIX) ? code.substring(PREFIX.length()) : UNKNOWN;
        return KNOWN.contains(name) ? name : UNKNOWN;
    }
}

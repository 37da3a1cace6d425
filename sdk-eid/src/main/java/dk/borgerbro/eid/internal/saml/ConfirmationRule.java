package dk.borgerbro.eid.internal.saml;

import dk.borgerbro.eid.internal.saml.AssertionContent.Confirmation;
import dk.borgerbro.eid.saml.LoginCheck;
import dk.borgerbro.eid.saml.LoginRejectedException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** R19: one bearer confirmation holds as a whole (SAML profiles 4.1.4.3). Good parts of several bad ones make no good one. */
public final class ConfirmationRule {
    private static final String BEARER = "urn:oasis:names:tc:SAML:2.0:cm:bearer";
    private static final String PATH = "Assertion/Subject/SubjectConfirmation";

    private ConfirmationRule() {}

    /**
     * Checks the confirmations.
     *
     * @param recipient the configured address of the assertion consumer service
     * @param requestId of the request that is answered; null if the login began at the identity provider, and then none may be named
     */
    public static void check(
            List<Confirmation> confirmations, String recipient, @Nullable String requestId, TimeWindow time) {
        List<Confirmation> bearers = confirmations.stream()
                .filter(confirmation -> confirmation.method().equals(BEARER))
                .toList();
        if (bearers.isEmpty()) {
            throw refuse(PATH, "there is none of method bearer");
        }
        for (Confirmation bearer : bearers) {
            if (flaw(bearer, recipient, requestId, time).isEmpty()) {
                return;
            }
        }
        String first = flaw(bearers.get(0), recipient, requestId, time).orElseThrow();
        throw refuse(
                PATH + "/SubjectConfirmationData/@" + first,
                bearers.size() == 1
                        ? "is missing or wrong for this login"
                        : "is missing or wrong for this login in the first of " + bearers.size()
                                + " confirmations, and none of the others holds");
    }

    private static Optional<String> flaw(
            Confirmation bearer, String recipient, @Nullable String requestId, TimeWindow time) {
        if (!bearer.recipient().equals(Optional.of(recipient))) {
            return Optional.of("Recipient");
        }
        if (bearer.notOnOrAfter().isEmpty()
                || time.hasEnded(bearer.notOnOrAfter().get())) {
            return Optional.of("NotOnOrAfter");
        }
        if (bearer.notBefore().filter(time::isAhead).isPresent()) {
            return Optional.of("NotBefore");
        }
        return bearer.inResponseTo().equals(Optional.ofNullable(requestId))
                ? Optional.empty()
                : Optional.of("InResponseTo");
    }

    private static LoginRejectedException refuse(String path, String reason) {
        return LoginRejectedException.of(LoginCheck.R19_SUBJECT_CONFIRMATION, path, reason);
    }
}

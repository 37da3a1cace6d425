package dk.borgerbro.eid.internal.login;

import dk.borgerbro.eid.internal.saml.AssertionContent;
import dk.borgerbro.eid.internal.saml.AssertionContent.Authentication;
import dk.borgerbro.eid.internal.saml.ResponseMessage;
import dk.borgerbro.eid.saml.NameId;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is known of one login so far, for the audit trail. Grows with the checks, on one thread. Prints nothing. */
final class LoginTrail {
    /** Identifiers are a few dozen characters; more is somebody's attempt to fill the trail. */
    private static final int LONGEST = 512;

    private final Map<String, String> details = new LinkedHashMap<>();
    private String correlationId;

    LoginTrail(String correlationId) {
        this.correlationId = correlationId;
    }

    String correlationId() {
        return correlationId;
    }

    Map<String, String> details() {
        return Map.copyOf(details);
    }

    LoginTrail put(String name, Object value) {
        String text = value.toString();
        details.put(name, text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        return this;
    }

    void response(ResponseMessage response) {
        put("responseId", response.id()).put("issueInstant", response.issueInstant());
        response.inResponseTo().ifPresent(id -> put("inResponseTo", id));
    }

    /** The request is ours, so its id may name this login from now on. */
    void request(PendingLogin login) {
        correlationId = login.requestId();
        put("requestId", login.requestId()).put("sentAt", login.sentAt());
    }

    void assertion(AssertionContent assertion) {
        put("assertionId", assertion.id()).put("assertionIssueInstant", assertion.issueInstant());
        assertion
                .subject()
                .flatMap(AssertionContent.Subject::nameId)
                .map(NameId::value)
                .ifPresent(id -> put("subject", id));
    }

    void authentication(Authentication authentication) {
        put("authnInstant", authentication.at());
        authentication.sessionIndex().ifPresent(index -> put("sessionIndex", index));
    }
}

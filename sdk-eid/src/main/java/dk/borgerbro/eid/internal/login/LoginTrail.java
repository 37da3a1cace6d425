package dk.borgerbro.eid.internal.login;

import dk.borgerbro.eid.internal.flow.Trail;
import dk.borgerbro.eid.internal.saml.AssertionContent;
import dk.borgerbro.eid.internal.saml.AssertionContent.Authentication;
import dk.borgerbro.eid.internal.saml.ResponseMessage;
import dk.borgerbro.eid.saml.NameId;

/** What the trail keeps of a login's messages. */
final class LoginTrail {
    private LoginTrail() {}

    static void response(Trail trail, ResponseMessage response) {
        trail.put("responseId", response.id()).put("issueInstant", response.issueInstant());
        response.inResponseTo().ifPresent(id -> trail.put("inResponseTo", id));
    }

    /** The request is ours, so its id may name this login from now on. */
    static void request(Trail trail, PendingLogin login) {
        trail.belongsTo(login.requestId());
        trail.put("requestId", login.requestId()).put("sentAt", login.sentAt());
    }

    static void assertion(Trail trail, AssertionContent assertion) {
        trail.put("assertionId", assertion.id()).put("assertionIssueInstant", assertion.issueInstant());
        assertion
                .subject()
                .flatMap(AssertionContent.Subject::nameId)
                .map(NameId::value)
                .ifPresent(id -> trail.put("subject", id));
    }

    static void authentication(Trail trail, Authentication authentication) {
        trail.put("authnInstant", authentication.at());
        authentication.sessionIndex().ifPresent(index -> trail.put("sessionIndex", index));
    }
}

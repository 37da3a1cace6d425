package dk.borgerbro.eid.internal.login;

import dk.borgerbro.eid.internal.flow.AuditTrail;
import dk.borgerbro.eid.internal.flow.Trail;
import dk.borgerbro.eid.saml.LoginRejectedException;

/**
 * Tells the audit trail of every login that begins, and how it ends. A trail that cannot be kept stops the login: what the listener throws
 * reaches the caller before anybody is logged in.
 */
final class LoginAudit {
    private final AuditTrail audit;

    LoginAudit(AuditTrail audit) {
        this.audit = audit;
    }

    void started(Trail trail) {
        audit.tell("start", trail.put("outcome", "Started"));
    }

    void ended(Trail trail, String outcome) {
        audit.tell("complete", trail.put("outcome", outcome));
    }

    void refused(Trail trail, LoginRejectedException why) {
        trail.put("check", why.code()).put("path", why.failedChecks().get(0).path());
        why.status().ifPresent(status -> trail.put("status", status));
        audit.tell("complete", trail.put("outcome", "Rejected"), why);
    }

    void failed(Trail trail, RuntimeException why) {
        audit.tell(
                "complete",
                trail.put("outcome", "Failed").put("failure", why.getClass().getSimpleName()),
                why);
    }
}

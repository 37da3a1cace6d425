package dk.borgerbro.eid.internal.logout;

import dk.borgerbro.eid.internal.flow.AuditTrail;
import dk.borgerbro.eid.internal.flow.Trail;

/**
 * Tells the audit trail of every logout and of every message that was refused. What the listener throws reaches the caller, but undoes
 * nothing: a session that has ended stays so.
 */
final class LogoutAudit {
    private final AuditTrail audit;

    LogoutAudit(AuditTrail audit) {
        this.audit = audit;
    }

    void started(Trail trail) {
        audit.tell("startLogout", trail.put("outcome", "Started"));
    }

    void ended(Trail trail, String outcome) {
        audit.tell("logout", trail.put("outcome", outcome));
    }

    void refused(Trail trail, LogoutRefusal why) {
        trail.put("check", why.check()).put("path", why.path());
        audit.tell("logout", trail.put("outcome", "Rejected"));
    }

    void failed(Trail trail, RuntimeException why) {
        audit.tell(
                "logout",
                trail.put("outcome", "Failed").put("failure", why.getClass().getSimpleName()),
                why);
    }
}

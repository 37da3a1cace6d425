package dk.borgerbro.eid.internal.logout;

import dk.borgerbro.core.id.CvrNumber;
import dk.borgerbro.core.observe.AuditEvent;
import dk.borgerbro.core.observe.AuditListener;
import java.time.Clock;

/**
 * Tells the audit trail of every logout and of every message that was refused. What the listener throws reaches the caller, but undoes
 * nothing: a session that has ended stays so.
 */
final class LogoutAudit {
    private static final String SERVICE = "login";

    private final AuditListener listener;
    private final CvrNumber authority;
    private final Clock clock;

    LogoutAudit(AuditListener listener, CvrNumber authority, Clock clock) {
        this.listener = listener;
        this.authority = authority;
        this.clock = clock;
    }

    void started(LogoutTrail trail) {
        tell("startLogout", trail.put("outcome", "Started"));
    }

    void ended(LogoutTrail trail, String outcome) {
        tell("logout", trail.put("outcome", outcome));
    }

    void refused(LogoutTrail trail, LogoutRefusal why) {
        trail.put("check", why.check()).put("path", why.path());
        tell("logout", trail.put("outcome", "Rejected"));
    }

    /** If the trail breaks down while it is told of a fault, its own fault goes on, with the first one attached. */
    @SuppressWarnings("ReferenceEquality") // an exception cannot carry itself
    void failed(LogoutTrail trail, RuntimeException why) {
        try {
            tell(
                    "logout",
                    trail.put("outcome", "Failed").put("failure", why.getClass().getSimpleName()));
        } catch (RuntimeException e) {
            if (e != why) {
                e.addSuppressed(why);
            }
            throw e;
        }
    }

    private void tell(String operation, LogoutTrail trail) {
        listener.on(
                new AuditEvent(clock.instant(), SERVICE, operation, authority, trail.correlationId(), trail.details()));
    }
}

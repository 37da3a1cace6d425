package dk.borgerbro.eid.internal.login;

import dk.borgerbro.core.id.CvrNumber;
import dk.borgerbro.core.observe.AuditEvent;
import dk.borgerbro.core.observe.AuditListener;
import dk.borgerbro.eid.saml.LoginRejectedException;
import java.time.Clock;

/**
 * Tells the audit trail of every login that begins, and how it ends. A trail that cannot be kept stops the login: what the listener throws
 * reaches the caller before anybody is logged in.
 */
final class LoginAudit {
    private static final String SERVICE = "login";

    private final AuditListener listener;
    private final CvrNumber authority;
    private final Clock clock;

    LoginAudit(AuditListener listener, CvrNumber authority, Clock clock) {
        this.listener = listener;
        this.authority = authority;
        this.clock = clock;
    }

    void started(LoginTrail trail) {
        tell("start", trail.put("outcome", "Started"));
    }

    void ended(LoginTrail trail, String outcome) {
        tell("complete", trail.put("outcome", outcome));
    }

    void refused(LoginTrail trail, LoginRejectedException why) {
        trail.put("check", why.code()).put("path", why.failedChecks().get(0).path());
        why.status().ifPresent(status -> trail.put("status", status));
        tellOf(why, trail.put("outcome", "Rejected"));
    }

    void failed(LoginTrail trail, RuntimeException why) {
        tellOf(why, trail.put("outcome", "Failed").put("failure", why.getClass().getSimpleName()));
    }

    /** If the trail breaks down while it is told of a fault, its own fault goes on, with the first one attached. */
    @SuppressWarnings("ReferenceEquality") // an exception cannot carry itself
    private void tellOf(RuntimeException why, LoginTrail trail) {
        try {
            tell("complete", trail);
        } catch (RuntimeException e) {
            if (e != why) {
                e.addSuppressed(why);
            }
            throw e;
        }
    }

    private void tell(String operation, LoginTrail trail) {
        listener.on(
                new AuditEvent(clock.instant(), SERVICE, operation, authority, trail.correlationId(), trail.details()));
    }
}

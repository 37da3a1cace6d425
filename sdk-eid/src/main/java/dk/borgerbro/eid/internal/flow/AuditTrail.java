package dk.borgerbro.eid.internal.flow;

import dk.borgerbro.core.id.CvrNumber;
import dk.borgerbro.core.observe.AuditEvent;
import dk.borgerbro.core.observe.AuditListener;
import java.time.Clock;

/** Tells the application's listener. What that throws reaches the caller. Thread-safe. */
public final class AuditTrail {
    private static final String SERVICE = "login";

    private final AuditListener listener;
    private final CvrNumber authority;
    private final Clock clock;

    /** Sets up whom to tell, and on whose behalf. */
    public AuditTrail(AuditListener listener, CvrNumber authority, Clock clock) {
        this.listener = listener;
        this.authority = authority;
        this.clock = clock;
    }

    /** Tells of something that happened. */
    public void tell(String operation, Trail trail) {
        listener.on(
                new AuditEvent(clock.instant(), SERVICE, operation, authority, trail.correlationId(), trail.details()));
    }

    /** Tells of a fault. If the trail breaks down meanwhile, its own fault goes on, with the first one attached. */
    @SuppressWarnings("ReferenceEquality") // an exception cannot carry itself
    public void tell(String operation, Trail trail, RuntimeException why) {
        try {
            tell(operation, trail);
        } catch (RuntimeException e) {
            if (e != why) {
                e.addSuppressed(why);
            }
            throw e;
        }
    }
}

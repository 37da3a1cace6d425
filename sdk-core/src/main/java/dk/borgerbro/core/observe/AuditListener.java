package dk.borgerbro.core.observe;

/**
 * Keeps the audit trail; supplied by the application. Called on the calling thread before the result is handed over. What it
 * throws reaches the caller: an access that cannot be recorded must not pass unseen.
 */
@FunctionalInterface
public interface AuditListener {
    /** Keeps one event. */
    void on(AuditEvent event);

    /** {@return a listener that keeps nothing} */
    static AuditListener none() {
        return event -> {};
    }
}

package dk.borgerbro.core.observe;

/**
 * Hears what a client's calls do. Called on the calling thread, so it must be quick and thread-safe; what it throws is logged
 * and otherwise ignored, since a metric must not fail a payment.
 */
@FunctionalInterface
public interface CallListener {
    /** Hears one event. */
    void on(CallEvent event);

    /** {@return a listener that hears nothing} */
    static CallListener none() {
        return event -> {};
    }
}

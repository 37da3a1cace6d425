package dk.borgerbro.core.credential;

import dk.borgerbro.core.error.CredentialException;

/**
 * Hears what happens to keys: for operations to order, register and roll out certificates in time. Called from the thread that
 * asked for the key, so it must be quick; what it throws is dropped, because a broken alarm must not stop the work.
 */
public interface CredentialListener {
    /** A renewed key was taken up. */
    default void replaced(OrganisationKey before, OrganisationKey after) {}

    /** A changed file could not be used, and the key from before stays in use. Told once for each change. */
    default void reloadFailed(CredentialException why) {}

    /**
     * A certificate comes to its end. Told once for each certificate at 90, 30 and 7 days; a renewed one must be registered at
     * each service before the old one ends.
     *
     * @param key whose certificate it is
     * @param days the threshold that was passed: 90, 30 or 7
     */
    default void expiring(OrganisationKey key, int days) {}

    /** {@return a listener that does nothing} */
    static CredentialListener none() {
        return new CredentialListener() {};
    }
}

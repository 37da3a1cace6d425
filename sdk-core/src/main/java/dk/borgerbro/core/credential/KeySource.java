package dk.borgerbro.core.credential;

import java.time.Clock;

/**
 * Gives the key that is to be used now. Asked at each call and signature, so that a renewed certificate is taken up
 * without a restart. Thread-safe; an {@link OrganisationKey} is its own source, and a {@link WatchedKey} follows its files.
 */
@FunctionalInterface
public interface KeySource {
    /**
     * {@return the key to use now}
     *
     * @throws dk.borgerbro.core.error.CredentialException if there is none
     */
    OrganisationKey current();

    /**
     * {@return this source, telling a listener when a certificate comes to its end}
     *
     * @param listener told once for each certificate at 90, 30 and 7 days, when the key is next asked for
     * @param clock tells the time
     */
    default KeySource notifying(CredentialListener listener, Clock clock) {
        return new ExpiryNotices(this, listener, clock);
    }
}

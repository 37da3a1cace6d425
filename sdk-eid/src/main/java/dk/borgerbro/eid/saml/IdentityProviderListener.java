package dk.borgerbro.eid.saml;

import dk.borgerbro.core.error.CredentialException.Failure;
import dk.borgerbro.core.error.SdkException;

/**
 * Hears what happens to a watched identity provider: for operations. Called from the thread that refreshes; what it throws is dropped, because
 * a broken alarm must not stop logins.
 */
public interface IdentityProviderListener {
    /** Other metadata, or a certificate that was found to be revoked, changed what is known. */
    default void replaced(IdentityProvider before, IdentityProvider after) {}

    /** The metadata could not be got or used, and those from before stay in use. Told each time. */
    default void refreshFailed(SdkException why, IdentityProvider kept) {}

    /** A certificate of the metadata is not trusted. Told once for each certificate and reason. */
    default void certificateDropped(Failure why) {}

    /**
     * A certificate in use comes to its end, and the metadata must bring another. Told once for each certificate at 90, 30 and 7 days.
     *
     * @param days the threshold that was passed: 90, 30 or 7
     */
    default void certificateExpiring(CertificateDescription certificate, int days) {}

    /** {@return a listener that does nothing} */
    static IdentityProviderListener none() {
        return new IdentityProviderListener() {};
    }
}

package dk.borgerbro.core.credential;

/**
 * Gives the key that is to be used now. Asked at each new connection and signature, so that a renewed certificate is taken up
 * without a restart. Thread-safe; an {@link OrganisationKey} is its own source.
 */
@FunctionalInterface
public interface KeySource {
    /**
     * {@return the key to use now}
     *
     * @throws dk.borgerbro.core.error.CredentialException if there is none
     */
    OrganisationKey current();
}

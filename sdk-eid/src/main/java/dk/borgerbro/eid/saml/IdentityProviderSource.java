package dk.borgerbro.eid.saml;

/**
 * Gives what is known of the identity provider now. Asked at each login and logout, so that a new signing certificate is taken up without a
 * restart. Thread-safe; an {@link IdentityProvider} is its own source, and a {@link WatchedIdentityProvider} follows a file or an address.
 */
@FunctionalInterface
public interface IdentityProviderSource {
    /** {@return what is known now; never waits for a network} */
    IdentityProvider current();
}

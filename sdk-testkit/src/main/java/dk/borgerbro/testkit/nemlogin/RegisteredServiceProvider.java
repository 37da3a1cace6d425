package dk.borgerbro.testkit.nemlogin;

import dk.borgerbro.testkit.pki.TestIdentity;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What the identity provider knows about a service provider. Immutable.
 *
 * @param entityId its name
 * @param assertionConsumerServices where it takes responses, the default first; at least one
 * @param logoutServices where it takes logout messages, in order of preference
 * @param signing certificates that its messages may be signed with
 * @param encryption certificates that assertions are encrypted to; the first is used
 */
public record RegisteredServiceProvider(
        String entityId,
        List<URI> assertionConsumerServices,
        List<LogoutService> logoutServices,
        List<X509Certificate> signing,
        List<X509Certificate> encryption) {
    /** Copies the lists. */
    public RegisteredServiceProvider {
        assertionConsumerServices = List.copyOf(assertionConsumerServices);
        logoutServices = List.copyOf(logoutServices);
        signing = List.copyOf(signing);
        encryption = List.copyOf(encryption);
    }

    /** {@return a service provider with one key for both uses and one address} */
    public static RegisteredServiceProvider of(String entityId, URI assertionConsumerService, TestIdentity key) {
        List<X509Certificate> certificates = List.of(key.certificate());
        return new RegisteredServiceProvider(
                entityId, List.of(assertionConsumerService), List.of(), certificates, certificates);
    }

    /** {@return the default address for responses} */
    public URI assertionConsumerService() {
        return assertionConsumerServices.get(0);
    }
}

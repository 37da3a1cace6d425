package dk.borgerbro.testkit.nemlogin;

import dk.borgerbro.testkit.pki.TestIdentity;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the identity provider knows about a service provider. Immutable.
 *
 * @param entityId its name
 * @param assertionConsumerServices where it takes responses, the default first; at least one
 * @param logoutServices where it takes logout messages, in order of preference
 * @param signing certificates that its messages may be signed with
 * @param encryption certificates that assertions are encrypted to; the first is used
 * @param nameIdFormat which kind of NameID it wants
 * @param requestedAttributes names of the attributes it wants; empty for all
 */
public record RegisteredServiceProvider(
        String entityId,
        List<URI> assertionConsumerServices,
        List<LogoutService> logoutServices,
        List<X509Certificate> signing,
        List<X509Certificate> encryption,
        String nameIdFormat,
        Set<String> requestedAttributes) {
    /** Copies the lists. */
    public RegisteredServiceProvider {
        assertionConsumerServices = List.copyOf(assertionConsumerServices);
        logoutServices = List.copyOf(logoutServices);
        signing = List.copyOf(signing);
        encryption = List.copyOf(encryption);
        requestedAttributes = Set.copyOf(requestedAttributes);
    }

    /** {@return a service provider with one key for both uses and one address} */
    public static RegisteredServiceProvider of(String entityId, URI assertionConsumerService, TestIdentity key) {
        List<X509Certificate> certificates = List.of(key.certificate());
        return new RegisteredServiceProvider(
                entityId,
                List.of(assertionConsumerService),
                List.of(),
                certificates,
                certificates,
                Saml.PERSISTENT,
                Set.of());
    }

    /** {@return the default address for responses} */
    public URI assertionConsumerService() {
        return assertionConsumerServices.get(0);
    }

    /** {@return where it takes logout messages over a binding} */
    public Optional<LogoutService> logout(LogoutBinding binding) {
        return logoutServices.stream()
                .filter(service -> service.binding() == binding)
                .findFirst();
    }
}

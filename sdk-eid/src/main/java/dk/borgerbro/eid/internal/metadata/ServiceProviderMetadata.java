package dk.borgerbro.eid.internal.metadata;

import dk.borgerbro.eid.OioAttribute;
import dk.borgerbro.eid.SubjectKind;
import dk.borgerbro.eid.saml.ContactPerson;
import dk.borgerbro.eid.saml.LocalText;
import dk.borgerbro.eid.saml.LogoutEndpoint;
import dk.borgerbro.eid.saml.OiosamlProfile;
import dk.borgerbro.eid.saml.Organisation;
import dk.borgerbro.eid.saml.RequestedAttribute;
import dk.borgerbro.eid.saml.SamlBinding;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a service tells about itself.
 *
 * @param certificates the key's in use first, then the next or former one during a change; each signs and encrypts
 * @param authenticatedEncryptionOnly whether CBC is left out of what the service can decrypt
 * @param serviceNames empty stands for the entityID
 * @param isPrivate whether the service is no public authority's and so may not ask for everything
 */
public record ServiceProviderMetadata(
        String entityId,
        URI assertionConsumerService,
        List<LogoutEndpoint> logoutEndpoints,
        List<X509Certificate> certificates,
        boolean authenticatedEncryptionOnly,
        String nameIdFormat,
        List<RequestedAttribute> attributes,
        List<LocalText> serviceNames,
        List<ContactPerson> contacts,
        Optional<Organisation> organisation,
        boolean isPrivate) {
    private static final int LONGEST_ENTITY_ID = 1024;
    private static final Set<String> PUBLIC_ONLY = Set.of(OioAttribute.CPR_NUMBER.uri(), OioAttribute.PRIVILEGES.uri());

    /** Keeps copies. */
    public ServiceProviderMetadata {
        logoutEndpoints = List.copyOf(logoutEndpoints);
        certificates = certificates.stream().distinct().toList();
        attributes = List.copyOf(attributes);
        serviceNames = List.copyOf(serviceNames);
        contacts = List.copyOf(contacts);
    }

    /** {@return one address for logout by all bindings} */
    public static List<LogoutEndpoint> logoutAt(URI address) {
        return List.of(
                LogoutEndpoint.of(SamlBinding.HTTP_POST, address),
                LogoutEndpoint.of(SamlBinding.HTTP_REDIRECT, address),
                LogoutEndpoint.of(SamlBinding.SOAP, address));
    }

    /** {@return what the profile demands first, then what the application asks for; what the profile demands stays required} */
    public static List<RequestedAttribute> attributes(
            OiosamlProfile profile, Collection<SubjectKind> kinds, List<RequestedAttribute> wanted) {
        Map<String, RequestedAttribute> byName = new LinkedHashMap<>();
        profile.mandatoryAttributes(List.copyOf(kinds))
                .forEach(name -> byName.put(name, RequestedAttribute.required(name)));
        wanted.forEach(
                attribute -> byName.merge(attribute.name(), attribute, (one, other) -> one.isRequired() ? one : other));
        return List.copyOf(byName.values());
    }

    /** {@return what the service's builder has to refuse, empty if nothing} */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (entityId.length() > LONGEST_ENTITY_ID || !isAbsoluteUri(entityId)) {
            problems.add("entityId must be an absolute URI of at most " + LONGEST_ENTITY_ID + " characters");
        }
        check("assertionConsumerService", assertionConsumerService, problems);
        for (LogoutEndpoint endpoint : logoutEndpoints) {
            check("singleLogoutService", endpoint.location(), problems);
            check("singleLogoutService", endpoint.responseLocation(), problems);
        }
        if (certificates.isEmpty()) {
            problems.add("key is missing");
        }
        if (isPrivate) {
            attributes.stream()
                    .map(RequestedAttribute::name)
                    .filter(PUBLIC_ONLY::contains)
                    .forEach(name -> problems.add("a private service must not ask for " + name));
        }
        return problems.stream().distinct().toList();
    }

    private static void check(String name, URI address, List<String> problems) {
        Addresses.problem(address).ifPresent(problem -> problems.add(name + " " + problem));
    }

    private static boolean isAbsoluteUri(String text) {
        try {
            return URI.create(text).isAbsolute();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}

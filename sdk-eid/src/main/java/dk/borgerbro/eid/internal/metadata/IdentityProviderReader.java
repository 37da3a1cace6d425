package dk.borgerbro.eid.internal.metadata;

import dk.borgerbro.core.error.CredentialException;
import dk.borgerbro.core.error.CredentialException.Failure;
import dk.borgerbro.core.error.CredentialException.Reason;
import dk.borgerbro.core.support.xml.Elements;
import dk.borgerbro.eid.saml.IdentityProvider;
import dk.borgerbro.eid.saml.LogoutEndpoint;
import dk.borgerbro.eid.saml.OiosamlProfile;
import dk.borgerbro.eid.saml.SamlBinding;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;

/**
 * Reads an identity provider from its metadata, as NemLog-in and others write them: the order of elements and the namespace of the
 * attribute profiles are not what the schema wants.
 */
public final class IdentityProviderReader {
    private final MetadataRules rules;

    /** Creates a reader. */
    public IdentityProviderReader(MetadataRules rules) {
        this.rules = rules;
    }

    /**
     * {@return the identity provider}
     *
     * @param now when its certificates must hold
     * @param trustedBefore certificates whose status was good before and which therefore count while nobody can tell their status
     * @throws dk.borgerbro.core.error.InvalidMessageException if the document cannot be used, saying where it is wrong
     * @throws CredentialException if no signing certificate counts, saying why for each
     */
    public IdentityProvider read(byte[] metadata, Instant now, Set<X509Certificate> trustedBefore) {
        String expected = rules.entityId().orElse(null);
        MetadataDocument document = MetadataDocument.parse(metadata);
        Element entity = document.identityProvider(expected);
        if (!rules.signers().isEmpty()) {
            Element signed = new MetadataSignature(rules.signerKeys(now)).signed(entity);
            entity = MetadataDocument.of(signed).identityProvider(expected);
        }
        return provider(entity, now, trustedBefore);
    }

    private IdentityProvider provider(Element entity, Instant now, Set<X509Certificate> trustedBefore) {
        String entityId = Md.attribute(entity, "entityID")
                .orElseThrow(() -> Md.fault("2.3.2", "EntityDescriptor/@entityID", "is missing"));
        Element role = role(entity);
        MetadataDates dates = MetadataDates.of(role);
        if (dates.validUntil().filter(end -> !now.isBefore(end)).isPresent()) {
            throw Md.fault(
                    "2.3.2",
                    "EntityDescriptor/@validUntil",
                    "the metadata were valid until " + dates.validUntil().get() + "; newer ones are needed");
        }
        IdentityProvider.Builder provider = IdentityProvider.builder(entityId, singleSignOn(role));
        logoutEndpoints(role).forEach(provider::logout);
        dates.validUntil().ifPresent(provider::validUntil);
        dates.cacheDuration().ifPresent(provider::cacheDuration);
        List.of(OiosamlProfile.OIO_3_0, OiosamlProfile.OIO_4_0).stream()
                .filter(profile ->
                        profile.protocol().filter(protocols(role)::contains).isPresent())
                .forEach(provider::profile);
        attributeProfiles(role).forEach(provider::attributeProfile);
        Md.children(role, "NameIDFormat").stream()
                .map(format -> format.getTextContent().strip())
                .forEach(provider::nameIdFormat);
        certificates(role, provider, now, trustedBefore);
        return provider.build();
    }

    private static Element role(Element entity) {
        return Md.children(entity, "IDPSSODescriptor").stream()
                .filter(role -> protocols(role).contains(Md.PROTOCOL))
                .findFirst()
                .orElseThrow(() ->
                        Md.fault("2.4.1", "IDPSSODescriptor/@protocolSupportEnumeration", "does not offer SAML 2.0"));
    }

    private static Set<String> protocols(Element role) {
        return new HashSet<>(List.of(
                role.getAttributeNS(null, "protocolSupportEnumeration").strip().split("\\s+")));
    }

    private static URI singleSignOn(Element role) {
        return Md.children(role, "SingleSignOnService").stream()
                .filter(service -> binding(service)
                        .filter(SamlBinding.HTTP_REDIRECT::equals)
                        .isPresent())
                .findFirst()
                .flatMap(service -> address(service, "Location"))
                .orElseThrow(() -> Md.fault(
                        "2.4.3", "IDPSSODescriptor/SingleSignOnService", "none takes requests by HTTP-Redirect"));
    }

    private static List<LogoutEndpoint> logoutEndpoints(Element role) {
        List<LogoutEndpoint> endpoints = new ArrayList<>();
        for (Element service : Md.children(role, "SingleLogoutService")) {
            Optional<SamlBinding> binding = binding(service);
            if (binding.isPresent()) {
                URI location = address(service, "Location")
                        .orElseThrow(() ->
                                Md.fault("2.2.2", "IDPSSODescriptor/SingleLogoutService/@Location", "is missing"));
                endpoints.add(new LogoutEndpoint(
                        binding.get(),
                        location,
                        address(service, "ResponseLocation").orElse(location)));
            }
        }
        return endpoints;
    }

    private static Optional<SamlBinding> binding(Element service) {
        return Md.attribute(service, "Binding").flatMap(SamlBinding::of);
    }

    private static Optional<URI> address(Element service, String name) {
        String path = "IDPSSODescriptor/" + service.getLocalName() + "/@" + name;
        Optional<URI> address = Md.attribute(service, name).map(text -> Addresses.parse(text, path));
        address.ifPresent(uri -> Addresses.problem(uri).ifPresent(problem -> {
            throw Md.fault("2.2.2", path, problem);
        }));
        return address;
    }

    /** NemLog-in's test environment has them in a namespace of its own. */
    private static List<String> attributeProfiles(Element role) {
        return Md.children(role, "Extensions").stream()
                .flatMap(extensions -> Elements.children(extensions).stream())
                .filter(extension -> extension.getLocalName().equals("SupportedAttributeProfiles"))
                .flatMap(profiles -> Elements.children(profiles).stream())
                .filter(profile -> profile.getLocalName().equals("Profile"))
                .map(profile -> profile.getTextContent().strip())
                .distinct()
                .toList();
    }

    private void certificates(
            Element role, IdentityProvider.Builder provider, Instant now, Set<X509Certificate> trustedBefore) {
        List<Failure> dropped = new ArrayList<>();
        Set<X509Certificate> seen = new HashSet<>();
        for (KeyDescriptors.Key key : KeyDescriptors.signing(role)) {
            if (!key.chain().isEmpty() && !seen.add(key.chain().get(0))) {
                continue;
            }
            String which = "signing certificate " + key.position();
            Optional<Failure> failure = rules.certificates().failure(which, key.chain(), now);
            if (failure.isEmpty() || isOnlyUnknownNow(failure.get(), key, trustedBefore)) {
                provider.signingCertificate(key.chain().get(0));
            } else {
                dropped.add(failure.get());
            }
        }
        dropped.forEach(provider::dropped);
        if (!provider.hasSigningCertificate()) {
            if (dropped.isEmpty()) {
                dropped.add(new Failure(
                        "metadata", Reason.NO_ENTRY, "they hold no key for signing; get the identity provider's own"));
            }
            throw new CredentialException(dropped);
        }
    }

    private static boolean isOnlyUnknownNow(
            Failure failure, KeyDescriptors.Key key, Set<X509Certificate> trustedBefore) {
        return failure.reason() == Reason.REVOCATION_UNKNOWN
                && trustedBefore.contains(key.chain().get(0));
    }
}

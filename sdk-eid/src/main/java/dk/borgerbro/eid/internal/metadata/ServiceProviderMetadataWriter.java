package dk.borgerbro.eid.internal.metadata;

import dk.borgerbro.core.support.signature.SignatureAlgorithm;
import dk.borgerbro.core.support.signature.SignatureProfile;
import dk.borgerbro.core.support.signature.XmlSigner;
import dk.borgerbro.core.support.xml.SafeXml;
import dk.borgerbro.core.support.xml.XmlLimits;
import dk.borgerbro.core.support.xml.XmlNamespaces;
import dk.borgerbro.core.support.xml.XmlWriter;
import dk.borgerbro.eid.saml.ContactPerson;
import dk.borgerbro.eid.saml.LocalText;
import dk.borgerbro.eid.saml.LogoutEndpoint;
import dk.borgerbro.eid.saml.Organisation;
import dk.borgerbro.eid.saml.RequestedAttribute;
import dk.borgerbro.eid.saml.SamlBinding;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Writes a service's metadata: the same settings give the same bytes, so that versions can be compared. */
public final class ServiceProviderMetadataWriter {
    private static final String URI_FORMAT = "urn:oasis:names:tc:SAML:2.0:attrname-format:uri";
    private static final XmlNamespaces NAMESPACES =
            XmlNamespaces.of("md", Md.METADATA).and("ds", Md.DSIG);

    /** In order of preference, which may steer the identity provider: authenticated encryption first. */
    private static final List<String> AUTHENTICATED =
            List.of("http://www.w3.org/2009/xmlenc11#aes256-gcm", "http://www.w3.org/2009/xmlenc11#aes128-gcm");

    private static final String CBC = "http://www.w3.org/2001/04/xmlenc#aes256-cbc";
    private static final List<String> KEY_TRANSPORT =
            List.of("http://www.w3.org/2009/xmlenc11#rsa-oaep", "http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p");

    private ServiceProviderMetadataWriter() {}

    /** {@return the metadata, unsigned as NemLog-in takes them} */
    public static byte[] write(ServiceProviderMetadata service) {
        return write(service, id(write(service, "_")));
    }

    private static byte[] write(ServiceProviderMetadata service, String id) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XmlWriter.write(out, NAMESPACES, "md:EntityDescriptor", entity -> entity(entity, service, id));
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail", e);
        }
        return out.toByteArray();
    }

    /** {@return the metadata, signed with RSA-SHA256 or ECDSA-SHA256 by whichever kind the key is} */
    public static byte[] writeSigned(ServiceProviderMetadata service, PrivateKey key, X509Certificate certificate) {
        try {
            Document document = SafeXml.document(write(service), XmlLimits.TREE);
            Element root = document.getDocumentElement();
            SignatureAlgorithm algorithm =
                    key.getAlgorithm().equals("EC") ? SignatureAlgorithm.ECDSA_SHA256 : SignatureAlgorithm.RSA_SHA256;
            Element data = document.createElementNS(Md.DSIG, "ds:X509Data");
            Element text = document.createElementNS(Md.DSIG, "ds:X509Certificate");
            text.setTextContent(Base64.getEncoder().encodeToString(der(certificate)));
            data.appendChild(text);
            XmlSigner.of(SignatureProfile.strict(), algorithm, key)
                    .signEnveloped(root.getAttributeNodeNS(null, "ID"), root.getFirstChild(), List.of(data));
            return SafeXml.bytes(document);
        } catch (IOException e) {
            throw new IllegalStateException("what was just written cannot be read", e);
        }
    }

    private static void entity(XmlWriter entity, ServiceProviderMetadata service, String id) throws IOException {
        entity.attribute("ID", id).attribute("entityID", service.entityId());
        entity.element("md:SPSSODescriptor", role -> role(role, service));
        if (service.organisation().isPresent()) {
            organisation(entity, service.organisation().get());
        }
        for (ContactPerson contact : service.contacts()) {
            contact(entity, contact);
        }
    }

    private static void role(XmlWriter role, ServiceProviderMetadata service) throws IOException {
        role.attribute("AuthnRequestsSigned", "true")
                .attribute("WantAssertionsSigned", "true")
                .attribute("protocolSupportEnumeration", Md.PROTOCOL);
        for (X509Certificate certificate : service.certificates()) {
            key(role, "signing", certificate, List.of());
        }
        for (X509Certificate certificate : service.certificates()) {
            key(role, "encryption", certificate, algorithms(service.authenticatedEncryptionOnly()));
        }
        for (LogoutEndpoint endpoint : service.logoutEndpoints()) {
            role.element(
                    "md:SingleLogoutService",
                    element -> element.attribute("Binding", endpoint.binding().uri())
                            .attribute("Location", endpoint.location().toString())
                            .attribute(
                                    "ResponseLocation",
                                    endpoint.responseLocation().toString()));
        }
        role.text("md:NameIDFormat", service.nameIdFormat());
        role.element(
                "md:AssertionConsumerService",
                element -> element.attribute("Binding", SamlBinding.HTTP_POST.uri())
                        .attribute(
                                "Location", service.assertionConsumerService().toString())
                        .attribute("index", "0")
                        .attribute("isDefault", "true"));
        if (!service.attributes().isEmpty()) {
            role.element("md:AttributeConsumingService", element -> attributes(element, service));
        }
    }

    private static List<String> algorithms(boolean authenticatedOnly) {
        List<String> algorithms = new ArrayList<>(AUTHENTICATED);
        if (!authenticatedOnly) {
            algorithms.add(CBC);
        }
        algorithms.addAll(KEY_TRANSPORT);
        return algorithms;
    }

    private static void key(XmlWriter role, String use, X509Certificate certificate, List<String> algorithms)
            throws IOException {
        role.element("md:KeyDescriptor", key -> {
            key.attribute("use", use);
            key.element(
                    "ds:KeyInfo",
                    info -> info.element(
                            "ds:X509Data",
                            data -> data.base64("ds:X509Certificate", new ByteArrayInputStream(der(certificate)))));
            for (String algorithm : algorithms) {
                key.element("md:EncryptionMethod", method -> method.attribute("Algorithm", algorithm));
            }
        });
    }

    private static void attributes(XmlWriter element, ServiceProviderMetadata service) throws IOException {
        element.attribute("index", "0").attribute("isDefault", "true");
        List<LocalText> names = service.serviceNames().isEmpty()
                ? List.of(LocalText.danish(service.entityId()))
                : service.serviceNames();
        for (LocalText name : names) {
            localText(element, "md:ServiceName", name);
        }
        for (RequestedAttribute attribute : service.attributes()) {
            element.element(
                    "md:RequestedAttribute",
                    requested -> requested
                            .attribute("Name", attribute.name())
                            .attribute("NameFormat", URI_FORMAT)
                            .optionalAttribute("isRequired", attribute.isRequired() ? "true" : null));
        }
    }

    private static void organisation(XmlWriter entity, Organisation organisation) throws IOException {
        String language = organisation.language();
        entity.element("md:Organization", element -> {
            localText(element, "md:OrganizationName", new LocalText(language, organisation.name()));
            localText(element, "md:OrganizationDisplayName", new LocalText(language, organisation.displayName()));
            localText(
                    element,
                    "md:OrganizationURL",
                    new LocalText(language, organisation.url().toString()));
        });
    }

    /** E-mail addresses stand without {@code mailto:}, as in NemLog-in's own metadata and the agency's example. */
    private static void contact(XmlWriter entity, ContactPerson contact) throws IOException {
        entity.element("md:ContactPerson", element -> {
            element.attribute("contactType", contact.kind().wire())
                    .optionalText("md:Company", contact.company().orElse(null))
                    .optionalText("md:GivenName", contact.givenName().orElse(null))
                    .optionalText("md:SurName", contact.surname().orElse(null));
            for (String email : contact.emails()) {
                element.text("md:EmailAddress", email);
            }
            for (String telephone : contact.telephones()) {
                element.text("md:TelephoneNumber", telephone);
            }
        });
    }

    private static void localText(XmlWriter parent, String name, LocalText text) throws IOException {
        parent.element(
                name, element -> element.attribute("xml:lang", text.language()).characters(text.text()));
    }

    private static String id(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return "_" + HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("a certificate without an encoded form", e);
        }
    }
}

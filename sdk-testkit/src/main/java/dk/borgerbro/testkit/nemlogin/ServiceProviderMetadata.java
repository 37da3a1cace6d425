package dk.borgerbro.testkit.nemlogin;

import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** Reads the metadata of one service provider and notes everything that OIOSAML forbids. Used once, by one thread. */
final class ServiceProviderMetadata {
    private final List<String> problems = new ArrayList<>();
    private final XmlPart entity;

    private ServiceProviderMetadata(XmlPart entity) {
        this.entity = entity;
    }

    /**
     * {@return what the metadata says}
     *
     * @throws IllegalArgumentException if it breaks rules; the message names all of them
     */
    static RegisteredServiceProvider read(byte[] metadata, SamlSchemas schemas) {
        Document document;
        try {
            document = XmlText.parse(metadata);
        } catch (SAXException e) {
            throw refused(List.of("it is not well-formed XML, or has a DOCTYPE"));
        }
        ServiceProviderMetadata reader = new ServiceProviderMetadata(new XmlPart(document.getDocumentElement()));
        schemas.problem(document).ifPresent(reader.problems::add);
        if (reader.entity.all("SPSSODescriptor").size() != 1
                || !"EntityDescriptor".equals(document.getDocumentElement().getLocalName())) {
            reader.problems.add("it is not an EntityDescriptor with exactly one SPSSODescriptor");
            throw refused(reader.problems);
        }
        return reader.read();
    }

    private static IllegalArgumentException refused(List<String> problems) {
        return new IllegalArgumentException(
                "the service provider's metadata is refused: " + String.join("; ", problems));
    }

    private RegisteredServiceProvider read() {
        XmlPart role = entity.at("SPSSODescriptor");
        String entityId = entity.get("@entityID");
        check(!entityId.isEmpty(), "entityID is missing");
        check(isTrue(role, "AuthnRequestsSigned"), "AuthnRequestsSigned is not true");
        check(isTrue(role, "WantAssertionsSigned"), "WantAssertionsSigned is not true");
        check(
                List.of(role.get("@protocolSupportEnumeration").split(" ", -1)).contains(Saml.PROTOCOL),
                "protocolSupportEnumeration does not name SAML 2.0");
        List<X509Certificate> signing = certificates(role, "signing");
        List<X509Certificate> encryption = certificates(role, "encryption");
        check(!signing.isEmpty(), "there is no signing certificate");
        check(!encryption.isEmpty(), "there is no encryption certificate");
        List<URI> consumers = consumers(role);
        check(!consumers.isEmpty(), "there is no AssertionConsumerService with HTTP-POST");
        List<LogoutService> logouts = logouts(role);
        String format = format(role);
        Set<String> attributes = attributes(role);
        if (!problems.isEmpty()) {
            throw refused(problems);
        }
        return new RegisteredServiceProvider(entityId, consumers, logouts, signing, encryption, format, attributes);
    }

    private List<URI> consumers(XmlPart role) {
        List<URI> consumers = new ArrayList<>();
        for (XmlPart service : role.all("AssertionConsumerService")) {
            if (service.get("@Binding").equals(Saml.POST)) {
                URI location = address(service.get("@Location"));
                consumers.add(isTrue(service, "isDefault") ? 0 : consumers.size(), location);
            }
        }
        return consumers;
    }

    private List<LogoutService> logouts(XmlPart role) {
        List<LogoutService> logouts = new ArrayList<>();
        for (XmlPart service : role.all("SingleLogoutService")) {
            LogoutBinding.of(service.get("@Binding")).ifPresent(binding -> {
                URI location = address(service.get("@Location"));
                String answers = service.get("@ResponseLocation");
                logouts.add(new LogoutService(binding, location, answers.isEmpty() ? location : address(answers)));
            });
        }
        return logouts;
    }

    private String format(XmlPart role) {
        List<XmlPart> formats = role.all("NameIDFormat");
        String format =
                formats.isEmpty() ? Saml.PERSISTENT : formats.get(0).get("").strip();
        check(
                format.equals(Saml.PERSISTENT) || format.equals(Saml.TRANSIENT),
                "NameIDFormat is neither persistent nor transient");
        return format;
    }

    private static Set<String> attributes(XmlPart role) {
        Set<String> names = new LinkedHashSet<>();
        for (XmlPart service : role.all("AttributeConsumingService")) {
            service.all("RequestedAttribute").forEach(attribute -> names.add(attribute.get("@Name")));
        }
        return names;
    }

    /** A key without a use is for both. */
    private List<X509Certificate> certificates(XmlPart role, String use) {
        List<X509Certificate> found = new ArrayList<>();
        for (XmlPart key : role.all("KeyDescriptor")) {
            String declared = key.get("@use");
            if (!declared.isEmpty() && !declared.equals(use)) {
                continue;
            }
            for (XmlPart data : key.at("KeyInfo").all("X509Data")) {
                data.all("X509Certificate").forEach(text -> add(found, text.get("")));
            }
        }
        return found;
    }

    private void add(List<X509Certificate> found, String base64) {
        try {
            byte[] encoded = Base64.getMimeDecoder().decode(base64);
            found.add((X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded)));
        } catch (CertificateException | IllegalArgumentException e) {
            problems.add("a certificate cannot be read");
        }
    }

    private URI address(String location) {
        try {
            URI uri = new URI(location);
            boolean good = "https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && isLoopback(uri));
            check(
                    good && uri.getHost() != null,
                    "the address " + location + " is not https (http is for loopback only)");
            return uri;
        } catch (URISyntaxException e) {
            problems.add("an address is not a URI");
            return URI.create("https://invalid.invalid/");
        }
    }

    private static boolean isLoopback(URI uri) {
        String host = String.valueOf(uri.getHost());
        try {
            // A name other than localhost is not looked up.
            return host.equals("localhost")
                    || (host.matches("[0-9.]+|\\[.*]")
                            && InetAddress.getByName(host).isLoopbackAddress());
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static boolean isTrue(XmlPart part, String attribute) {
        String value = part.get("@" + attribute);
        return value.equals("true") || value.equals("1");
    }

    private void check(boolean good, String problem) {
        if (!good) {
            problems.add(problem);
        }
    }
}

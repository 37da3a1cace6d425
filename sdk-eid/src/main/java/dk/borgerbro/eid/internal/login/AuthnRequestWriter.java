package dk.borgerbro.eid.internal.login;

import dk.borgerbro.core.support.xml.XmlNamespaces;
import dk.borgerbro.core.support.xml.XmlWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;

/** Writes a login request (SAML core 3.4.1) with the extensions of the profile. */
final class AuthnRequestWriter {
    private static final String POST = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST";
    private static final XmlNamespaces PLAIN = XmlNamespaces.of("samlp", "urn:oasis:names:tc:SAML:2.0:protocol")
            .and("saml", "urn:oasis:names:tc:SAML:2.0:assertion");
    private static final XmlNamespaces EXTENDED = PLAIN.and("eid", "https://data.gov.dk/eid/saml/extensions");

    private AuthnRequestWriter() {}

    static byte[] write(AuthnRequest request) {
        boolean extended =
                !request.attributeProfiles().isEmpty() || request.appSwitch().isPresent();
        ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
        try {
            XmlWriter.write(out, extended ? EXTENDED : PLAIN, "samlp:AuthnRequest", xml -> {
                attributes(xml, request);
                xml.text("saml:Issuer", request.issuer());
                if (extended) {
                    xml.element("samlp:Extensions", extensions -> extensions(extensions, request));
                }
                xml.element("samlp:RequestedAuthnContext", context -> context(context, request));
            });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot happen in memory", e);
        }
        return out.toByteArray();
    }

    private static void attributes(XmlWriter xml, AuthnRequest request) throws IOException {
        xml.attribute("ID", request.id())
                .attribute("Version", "2.0")
                .attribute("IssueInstant", DateTimeFormatter.ISO_INSTANT.format(request.issueInstant()))
                .attribute("Destination", request.destination().toString());
        if (request.forceAuthn()) {
            xml.attribute("ForceAuthn", "true");
        }
        if (request.passive()) {
            xml.attribute("IsPassive", "true");
        }
        xml.attribute("ProtocolBinding", POST)
                .attribute(
                        "AssertionConsumerServiceURL", request.consumerService().toString());
    }

    private static void extensions(XmlWriter xml, AuthnRequest request) throws IOException {
        if (!request.attributeProfiles().isEmpty()) {
            xml.element("eid:RequestedAttributeProfiles", profiles -> {
                for (String profile : request.attributeProfiles()) {
                    profiles.text("eid:Profile", profile);
                }
            });
        }
        if (request.appSwitch().isPresent()) {
            AuthnRequest.AppSwitch appSwitch = request.appSwitch().get();
            xml.element(
                    "eid:AppSwitch",
                    app -> app.text("eid:Platform", appSwitch.platform().word())
                            .text("eid:ReturnURL", appSwitch.returnUrl().toString()));
        }
    }

    private static void context(XmlWriter xml, AuthnRequest request) throws IOException {
        // Speaks of the level only, and a level is always asked for.
        xml.attribute("Comparison", "minimum");
        for (String reference : request.classReferences()) {
            xml.text("saml:AuthnContextClassRef", reference);
        }
    }
}

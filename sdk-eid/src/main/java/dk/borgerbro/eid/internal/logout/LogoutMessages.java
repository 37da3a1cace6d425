package dk.borgerbro.eid.internal.logout;

import dk.borgerbro.core.support.xml.XmlNamespaces;
import dk.borgerbro.core.support.xml.XmlWriter;
import dk.borgerbro.eid.saml.ActiveSession;
import dk.borgerbro.eid.saml.NameId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Writes our logout messages (SAML core 3.7). Immutable and thread-safe. */
final class LogoutMessages {
    static final String SUCCESS = "urn:oasis:names:tc:SAML:2.0:status:Success";

    private static final Duration LIFETIME = Duration.ofMinutes(5);
    private static final XmlNamespaces NAMESPACES = XmlNamespaces.of("samlp", "urn:oasis:names:tc:SAML:2.0:protocol")
            .and("saml", "urn:oasis:names:tc:SAML:2.0:assertion");

    private final String issuer;

    LogoutMessages(String issuer) {
        this.issuer = issuer;
    }

    /** {@return a request to end a session, named as the identity provider named it} */
    byte[] request(String id, Instant now, URI destination, ActiveSession session) {
        NameId subject = session.subject();
        return write("samlp:LogoutRequest", id, now, destination, xml -> {
            xml.attribute("NotOnOrAfter", time(now.plus(LIFETIME)));
            xml.text("saml:Issuer", issuer);
            xml.element(
                    "saml:NameID",
                    name -> name.optionalAttribute(
                                    "NameQualifier", subject.nameQualifier().orElse(null))
                            .optionalAttribute(
                                    "SPNameQualifier", subject.spNameQualifier().orElse(null))
                            .optionalAttribute("Format", subject.format().orElse(null))
                            .characters(subject.value()));
            xml.optionalText("samlp:SessionIndex", session.sessionIndex().orElse(null));
        });
    }

    /** {@return the answer that a request was fulfilled; to SOAP, which needs none, without destination} */
    byte[] success(String id, Instant now, @Nullable URI destination, String inResponseTo) {
        return write("samlp:LogoutResponse", id, now, destination, xml -> {
            xml.attribute("InResponseTo", inResponseTo);
            xml.text("saml:Issuer", issuer);
            xml.element(
                    "samlp:Status",
                    status -> status.element("samlp:StatusCode", code -> code.attribute("Value", SUCCESS)));
        });
    }

    private static byte[] write(
            String root, String id, Instant now, @Nullable URI destination, XmlWriter.Content content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
        try {
            XmlWriter.write(out, NAMESPACES, root, xml -> {
                xml.attribute("ID", id).attribute("Version", "2.0").attribute("IssueInstant", time(now));
                xml.optionalAttribute("Destination", destination == null ? null : destination.toString());
                content.write(xml);
            });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot happen in memory", e);
        }
        return out.toByteArray();
    }

    private static String time(Instant instant) {
        return DateTimeFormatter.ISO_INSTANT.format(instant.truncatedTo(ChronoUnit.MILLIS));
    }
}

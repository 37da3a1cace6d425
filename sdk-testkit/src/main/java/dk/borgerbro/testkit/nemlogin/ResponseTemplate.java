package dk.borgerbro.testkit.nemlogin;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Writes Response and Assertion as NemLog-in would. */
final class ResponseTemplate {
    private ResponseTemplate() {}

    static String response(ResponseFacts facts) {
        StringBuilder xml = new StringBuilder("<samlp:Response xmlns:samlp=\"").append(Saml.PROTOCOL);
        xml.append("\" xmlns:saml=\"").append(Saml.ASSERTION);
        xml.append("\" ID=\"").append(facts.responseId());
        xml.append("\" Version=\"2.0\" IssueInstant=\"").append(time(facts.now()));
        xml.append("\" Destination=\"")
                .append(XmlText.escape(facts.destination()))
                .append('"');
        optional(xml, "InResponseTo", facts.inResponseTo());
        xml.append("><saml:Issuer>").append(XmlText.escape(facts.issuer())).append("</saml:Issuer>");
        status(xml, facts.statusCodes(), facts.statusMessage());
        return xml.append("</samlp:Response>").toString();
    }

    static void status(StringBuilder xml, List<String> codes, String message) {
        xml.append("<samlp:Status>");
        for (String code : codes) {
            xml.append("<samlp:StatusCode Value=\"")
                    .append(XmlText.escape(code))
                    .append("\">");
        }
        xml.append("</samlp:StatusCode>".repeat(codes.size()));
        if (!message.isEmpty()) {
            xml.append("<samlp:StatusMessage>").append(XmlText.escape(message)).append("</samlp:StatusMessage>");
        }
        xml.append("</samlp:Status>");
    }

    static String assertion(ResponseFacts facts) {
        StringBuilder xml = new StringBuilder("<saml:Assertion xmlns:saml=\"").append(Saml.ASSERTION);
        xml.append("\" ID=\"").append(facts.assertionId());
        xml.append("\" Version=\"2.0\" IssueInstant=\"").append(time(facts.now()));
        xml.append("\"><saml:Issuer>").append(XmlText.escape(facts.issuer())).append("</saml:Issuer>");
        subject(xml, facts);
        xml.append("<saml:Conditions NotBefore=\"").append(time(facts.now()));
        xml.append("\" NotOnOrAfter=\"").append(time(facts.notOnOrAfter()));
        xml.append("\"><saml:AudienceRestriction><saml:Audience>").append(XmlText.escape(facts.audience()));
        xml.append("</saml:Audience></saml:AudienceRestriction></saml:Conditions>");
        authnStatement(xml, facts);
        attributes(xml, facts);
        return xml.append("</saml:Assertion>").toString();
    }

    private static void subject(StringBuilder xml, ResponseFacts facts) {
        xml.append("<saml:Subject>");
        nameId(xml, facts.nameId(), facts.nameIdFormat());
        xml.append("<saml:SubjectConfirmation Method=\"").append(Saml.BEARER);
        xml.append("\"><saml:SubjectConfirmationData NotOnOrAfter=\"").append(time(facts.notOnOrAfter()));
        xml.append("\" Recipient=\"")
                .append(XmlText.escape(facts.destination()))
                .append('"');
        optional(xml, "InResponseTo", facts.inResponseTo());
        xml.append("/></saml:SubjectConfirmation></saml:Subject>");
    }

    static void nameId(StringBuilder xml, String value, String format) {
        xml.append("<saml:NameID");
        optional(xml, "Format", format);
        xml.append('>').append(XmlText.escape(value)).append("</saml:NameID>");
    }

    private static void authnStatement(StringBuilder xml, ResponseFacts facts) {
        xml.append("<saml:AuthnStatement AuthnInstant=\"")
                .append(time(facts.authnInstant()))
                .append('"');
        optional(xml, "SessionIndex", facts.sessionIndex());
        xml.append(" SessionNotOnOrAfter=\"").append(time(facts.sessionNotOnOrAfter()));
        xml.append("\"><saml:AuthnContext><saml:AuthnContextClassRef>");
        xml.append(facts.profile().reference(facts.user().level()));
        xml.append("</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>");
    }

    private static void attributes(StringBuilder xml, ResponseFacts facts) {
        xml.append("<saml:AttributeStatement>");
        facts.user()
                .attributes(
                        facts.profile(), facts.now().atOffset(ZoneOffset.UTC).toLocalDate())
                .forEach((name, values) -> {
                    xml.append("<saml:Attribute Name=\"").append(XmlText.escape(name));
                    xml.append("\" NameFormat=\"").append(Saml.URI_FORMAT).append("\">");
                    for (String value : values) {
                        xml.append("<saml:AttributeValue>").append(XmlText.escape(value));
                        xml.append("</saml:AttributeValue>");
                    }
                    xml.append("</saml:Attribute>");
                });
        xml.append("</saml:AttributeStatement>");
    }

    static void optional(StringBuilder xml, String name, String value) {
        if (!value.isEmpty()) {
            xml.append(' ')
                    .append(name)
                    .append("=\"")
                    .append(XmlText.escape(value))
                    .append('"');
        }
    }

    static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}

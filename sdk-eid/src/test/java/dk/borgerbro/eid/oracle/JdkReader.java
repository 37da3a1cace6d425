package dk.borgerbro.eid.oracle;

import static dk.borgerbro.eid.oracle.JdkTree.SAML;
import static dk.borgerbro.eid.oracle.JdkTree.SAMLP;

import dk.borgerbro.eid.internal.saml.AssertionContent;
import dk.borgerbro.eid.internal.saml.AssertionContent.AttributeValue;
import dk.borgerbro.eid.internal.saml.AssertionContent.Authentication;
import dk.borgerbro.eid.internal.saml.AssertionContent.Conditions;
import dk.borgerbro.eid.internal.saml.AssertionContent.Confirmation;
import dk.borgerbro.eid.internal.saml.AssertionContent.Subject;
import dk.borgerbro.eid.internal.saml.StatusValue;
import dk.borgerbro.eid.saml.NameId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.datatype.DatatypeConstants;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.datatype.XMLGregorianCalendar;
import org.w3c.dom.Element;

/** Reads fields out of a valid tree, times with the JDK's own reader of xs:dateTime. */
final class JdkReader {
    private JdkReader() {}

    static AssertionContent assertion(Element root) {
        return new AssertionContent(
                root.getAttribute("ID"),
                time(root, "IssueInstant").orElseThrow(),
                name(root, "Issuer").orElseThrow(),
                first(root, SAML, "Subject").map(JdkReader::subject),
                first(root, SAML, "Conditions").map(JdkReader::conditions),
                JdkTree.elements(root, SAML, "AuthnStatement").stream()
                        .map(JdkReader::authentication)
                        .toList(),
                JdkTree.elements(root, SAML, "AttributeStatement").stream()
                        .map(statement -> JdkTree.elements(statement, SAML, "Attribute").stream()
                                .map(JdkReader::attribute)
                                .toList())
                        .toList());
    }

    static Optional<NameId> name(Element parent, String element) {
        return first(parent, SAML, element).map(found -> {
            NameId id = NameId.of(found.getTextContent());
            for (String attribute : List.of("Format", "NameQualifier", "SPNameQualifier")) {
                if (found.hasAttribute(attribute)) {
                    String value = found.getAttribute(attribute);
                    id = switch (attribute) {
                        case "Format" -> id.withFormat(value.strip());
                        case "NameQualifier" -> id.withNameQualifier(value);
                        default -> id.withSpNameQualifier(value);
                    };
                }
            }
            return id;
        });
    }

    static StatusValue status(Element message) {
        Element status = first(message, SAMLP, "Status").orElseThrow();
        List<String> codes = new ArrayList<>();
        for (Optional<Element> code = first(status, SAMLP, "StatusCode");
                code.isPresent();
                code = first(code.get(), SAMLP, "StatusCode")) {
            codes.add(code.get().getAttribute("Value").strip());
        }
        return new StatusValue(codes, first(status, SAMLP, "StatusMessage").map(Element::getTextContent));
    }

    static Optional<Instant> time(Element element, String attribute) {
        return text(element, attribute).map(String::strip).map(JdkReader::instant);
    }

    static Optional<String> text(Element element, String attribute) {
        return Optional.of(element).filter(one -> one.hasAttribute(attribute)).map(one -> one.getAttribute(attribute));
    }

    private static Instant instant(String text) {
        XMLGregorianCalendar read = DatatypeFactory.newDefaultInstance().newXMLGregorianCalendar(text);
        int offset = read.getTimezone() == DatatypeConstants.FIELD_UNDEFINED ? 0 : read.getTimezone();
        BigDecimal fraction = read.getFractionalSecond() == null ? BigDecimal.ZERO : read.getFractionalSecond();
        return LocalDateTime.of(
                        read.getYear(),
                        read.getMonth(),
                        read.getDay(),
                        read.getHour(),
                        read.getMinute(),
                        read.getSecond(),
                        fraction.movePointRight(9).intValue())
                .minusMinutes(offset)
                .toInstant(ZoneOffset.UTC);
    }

    private static Subject subject(Element subject) {
        return new Subject(
                name(subject, "NameID"),
                JdkTree.elements(subject, SAML, "SubjectConfirmation").stream()
                        .map(JdkReader::confirmation)
                        .toList());
    }

    private static Confirmation confirmation(Element confirmation) {
        Optional<Element> data = first(confirmation, SAML, "SubjectConfirmationData");
        return new Confirmation(
                confirmation.getAttribute("Method").strip(),
                data.flatMap(one -> text(one, "Recipient")).map(String::strip),
                data.flatMap(one -> time(one, "NotBefore")),
                data.flatMap(one -> time(one, "NotOnOrAfter")),
                data.flatMap(one -> text(one, "InResponseTo")));
    }

    private static Conditions conditions(Element conditions) {
        Set<String> names =
                JdkTree.elements(conditions).stream().map(Element::getLocalName).collect(Collectors.toSet());
        Set<String> unknown = new HashSet<>(names);
        unknown.removeAll(Set.of("AudienceRestriction", "OneTimeUse", "ProxyRestriction"));
        return new Conditions(
                time(conditions, "NotBefore"),
                time(conditions, "NotOnOrAfter"),
                JdkTree.elements(conditions, SAML, "AudienceRestriction").stream()
                        .map(one -> JdkTree.elements(one).stream()
                                .map(audience -> audience.getTextContent().strip())
                                .collect(Collectors.toSet()))
                        .toList(),
                !unknown.isEmpty());
    }

    private static Authentication authentication(Element statement) {
        return new Authentication(
                time(statement, "AuthnInstant").orElseThrow(),
                text(statement, "SessionIndex"),
                time(statement, "SessionNotOnOrAfter"),
                first(statement, SAML, "AuthnContext")
                        .flatMap(context -> first(context, SAML, "AuthnContextClassRef"))
                        .map(one -> one.getTextContent().strip()));
    }

    private static AttributeValue attribute(Element attribute) {
        List<Element> values = JdkTree.elements(attribute, SAML, "AttributeValue");
        List<String> texts = values.stream()
                .filter(value -> JdkTree.elements(value).isEmpty())
                .map(Element::getTextContent)
                .toList();
        return new AttributeValue(
                attribute.getAttribute("Name"),
                text(attribute, "NameFormat").map(String::strip),
                texts,
                texts.size() == values.size());
    }

    private static Optional<Element> first(Element parent, String namespace, String name) {
        return JdkTree.elements(parent, namespace, name).stream().findFirst();
    }
}

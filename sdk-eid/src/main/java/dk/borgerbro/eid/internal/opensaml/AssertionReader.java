package dk.borgerbro.eid.internal.opensaml;

import dk.borgerbro.eid.internal.saml.AssertionContent;
import dk.borgerbro.eid.internal.saml.AssertionContent.AttributeValue;
import dk.borgerbro.eid.internal.saml.AssertionContent.Authentication;
import dk.borgerbro.eid.internal.saml.AssertionContent.Conditions;
import dk.borgerbro.eid.internal.saml.AssertionContent.Confirmation;
import dk.borgerbro.eid.internal.saml.AssertionContent.Subject;
import dk.borgerbro.eid.internal.structure.Namespaces;
import dk.borgerbro.eid.internal.structure.Texts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Reads what an assertion says, from the element that was verified. */
final class AssertionReader {
    private AssertionReader() {}

    /** {@return the content of an assertion whose structure was checked} */
    static AssertionContent read(Element assertion) {
        Element conditions = child(assertion, "Conditions");
        return new AssertionContent(
                assertion.getAttribute("ID"),
                MessageReader.instant(assertion, "IssueInstant"),
                MessageReader.nameId(Dom.required(assertion, Namespaces.ASSERTION, "Issuer")),
                subject(child(assertion, "Subject")),
                conditions == null ? Optional.empty() : Optional.of(conditions(conditions)),
                children(assertion, "AuthnStatement").stream()
                        .map(AssertionReader::authentication)
                        .toList(),
                children(assertion, "AttributeStatement").stream()
                        .map(AssertionReader::attributes)
                        .toList());
    }

    private static Optional<Subject> subject(@Nullable Element subject) {
        if (subject == null) {
            return Optional.empty();
        }
        return Optional.of(new Subject(
                Optional.ofNullable(child(subject, "NameID")).map(MessageReader::nameId),
                children(subject, "SubjectConfirmation").stream()
                        .map(AssertionReader::confirmation)
                        .toList()));
    }

    private static Confirmation confirmation(Element element) {
        String method = Texts.token(element.getAttribute("Method"));
        Element data = child(element, "SubjectConfirmationData");
        if (data == null) {
            return new Confirmation(method, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
        return new Confirmation(
                method,
                Dom.attribute(data, "Recipient").map(Texts::token),
                MessageReader.optionalInstant(data, "NotBefore"),
                MessageReader.optionalInstant(data, "NotOnOrAfter"),
                Dom.attribute(data, "InResponseTo"));
    }

    private static Conditions conditions(Element element) {
        List<Set<String>> audiences = new ArrayList<>();
        boolean unknown = false;
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element condition) {
                switch (condition.getLocalName()) {
                    case "AudienceRestriction" -> audiences.add(audiences(condition));
                    case "OneTimeUse", "ProxyRestriction" -> {}
                    default -> unknown = true;
                }
            }
        }
        return new Conditions(
                MessageReader.optionalInstant(element, "NotBefore"),
                MessageReader.optionalInstant(element, "NotOnOrAfter"),
                List.copyOf(audiences),
                unknown);
    }

    private static Set<String> audiences(Element restriction) {
        Set<String> audiences = new LinkedHashSet<>();
        for (Element audience : children(restriction, "Audience")) {
            audiences.add(Texts.token(audience));
        }
        return Set.copyOf(audiences);
    }

    private static Authentication authentication(Element statement) {
        Element context = Dom.required(statement, Namespaces.ASSERTION, "AuthnContext");
        return new Authentication(
                MessageReader.instant(statement, "AuthnInstant"),
                Dom.attribute(statement, "SessionIndex"),
                MessageReader.optionalInstant(statement, "SessionNotOnOrAfter"),
                Optional.ofNullable(child(context, "AuthnContextClassRef")).map(Texts::token));
    }

    private static List<AttributeValue> attributes(Element statement) {
        List<AttributeValue> attributes = new ArrayList<>();
        for (Element attribute : children(statement, "Attribute")) {
            attributes.add(attribute(attribute));
        }
        return List.copyOf(attributes);
    }

    private static AttributeValue attribute(Element attribute) {
        List<String> texts = new ArrayList<>(1);
        boolean textOnly = true;
        for (Element value : children(attribute, "AttributeValue")) {
            if (Dom.hasNoElements(value)) {
                texts.add(Texts.of(value));
            } else {
                textOnly = false;
            }
        }
        return new AttributeValue(
                attribute.getAttribute("Name"),
                Dom.attribute(attribute, "NameFormat").map(Texts::token),
                List.copyOf(texts),
                textOnly);
    }

    private static @Nullable Element child(Element parent, String name) {
        return Dom.child(parent, Namespaces.ASSERTION, name);
    }

    private static List<Element> children(Element parent, String name) {
        return Dom.children(parent, Namespaces.ASSERTION, name);
    }
}

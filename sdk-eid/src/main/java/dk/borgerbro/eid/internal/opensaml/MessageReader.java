package dk.borgerbro.eid.internal.opensaml;

import dk.borgerbro.eid.internal.saml.EnvelopedSignature;
import dk.borgerbro.eid.internal.saml.LogoutRequestMessage;
import dk.borgerbro.eid.internal.saml.LogoutResponseMessage;
import dk.borgerbro.eid.internal.saml.ResponseMessage;
import dk.borgerbro.eid.internal.saml.SealedAssertion;
import dk.borgerbro.eid.internal.saml.StatusValue;
import dk.borgerbro.eid.internal.structure.Namespaces;
import dk.borgerbro.eid.internal.structure.Texts;
import dk.borgerbro.eid.internal.structure.XmlDateTime;
import dk.borgerbro.eid.saml.NameId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Reads the fields of a message whose structure was checked. */
final class MessageReader {
    private MessageReader() {}

    static ResponseMessage response(
            Element message, List<SealedAssertion> sealed, @Nullable EnvelopedSignature signature) {
        return new ResponseMessage(
                message.getAttribute("ID"),
                instant(message, "IssueInstant"),
                issuer(message),
                destination(message),
                Dom.attribute(message, "InResponseTo"),
                status(message),
                Dom.count(message, Namespaces.ASSERTION, "Assertion"),
                sealed,
                Optional.ofNullable(signature));
    }

    static LogoutRequestMessage logoutRequest(Element message, @Nullable EnvelopedSignature signature) {
        return new LogoutRequestMessage(
                message.getAttribute("ID"),
                instant(message, "IssueInstant"),
                issuer(message),
                destination(message),
                optionalInstant(message, "NotOnOrAfter"),
                Optional.ofNullable(Dom.child(message, Namespaces.ASSERTION, "NameID"))
                        .map(MessageReader::nameId),
                Dom.children(message, Namespaces.PROTOCOL, "SessionIndex").stream()
                        .map(Texts::of)
                        .toList(),
                Optional.ofNullable(signature));
    }

    static LogoutResponseMessage logoutResponse(Element message, @Nullable EnvelopedSignature signature) {
        return new LogoutResponseMessage(
                message.getAttribute("ID"),
                instant(message, "IssueInstant"),
                issuer(message),
                destination(message),
                Dom.attribute(message, "InResponseTo"),
                status(message),
                Optional.ofNullable(signature));
    }

    static NameId nameId(Element element) {
        NameId id = NameId.of(Texts.of(element));
        if (element.hasAttribute("Format")) {
            id = id.withFormat(Texts.token(element.getAttribute("Format")));
        }
        if (element.hasAttribute("NameQualifier")) {
            id = id.withNameQualifier(element.getAttribute("NameQualifier"));
        }
        if (element.hasAttribute("SPNameQualifier")) {
            id = id.withSpNameQualifier(element.getAttribute("SPNameQualifier"));
        }
        return id;
    }

    static Instant instant(Element element, String attribute) {
        Instant instant = XmlDateTime.parse(element.getAttribute(attribute));
        if (instant == null) {
            throw new IllegalStateException(attribute + " is no instant in a tree whose structure was checked");
        }
        return instant;
    }

    static Optional<Instant> optionalInstant(Element element, String attribute) {
        return element.hasAttribute(attribute) ? Optional.of(instant(element, attribute)) : Optional.empty();
    }

    private static Optional<NameId> issuer(Element message) {
        return Optional.ofNullable(Dom.child(message, Namespaces.ASSERTION, "Issuer"))
                .map(MessageReader::nameId);
    }

    private static Optional<String> destination(Element message) {
        return Dom.attribute(message, "Destination").map(Texts::token);
    }

    private static StatusValue status(Element message) {
        Element status = Dom.required(message, Namespaces.PROTOCOL, "Status");
        List<String> codes = new ArrayList<>(2);
        @Nullable Element code = Dom.child(status, Namespaces.PROTOCOL, "StatusCode");
        while (code != null) {
            codes.add(Texts.token(code.getAttribute("Value")));
            code = Dom.child(code, Namespaces.PROTOCOL, "StatusCode");
        }
        return new StatusValue(
                List.copyOf(codes),
                Optional.ofNullable(Dom.child(status, Namespaces.PROTOCOL, "StatusMessage"))
                        .map(Texts::of));
    }
}

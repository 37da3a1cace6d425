package dk.borgerbro.eid.internal.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Changes a tree at random in the ways in which messages go wrong, now and then in ways that leave it valid. */
final class Mutation {
    private static final String XSI = Namespaces.INSTANCE;
    private static final String[] VALUES = {
        "",
        " ",
        "x",
        "_x",
        "1x",
        "x:y",
        "a b",
        "2026-11-25T08:00:00Z",
        "2026-11-25T08:00:00",
        "2026-13-25T08:00:00Z",
        "2026-02-30T08:00:00Z",
        "2026-11-25T24:00:00Z",
        "2026-11-25",
        "2026-11-25T08:00:00+14:00",
        "2026-11-25T08:00:00.Z",
        "2026-11-25T08:00:60Z",
        "2026-11-25T08:00:00+15:00",
        "-2026-11-25T08:00:00Z",
        "12026-11-25T08:00:00Z",
        " 2026-11-25T08:00:00Z ",
        "AAAA",
        "AA=A",
        "AA==",
        "AB==",
        "A A A A",
        "====",
        "true",
        "maybe",
        "12",
        "-1",
        "+7",
        "urn:x",
        "http://",
        "http://x y",
        "%zz",
        "http://[x",
        "::",
        "#a#b",
        "2.0",
        "Permit",
        "en",
        "en-",
        "http://ex\u00e6mple/",
        "http://a/\u0001",
        "\\",
        "mailto:",
        "//x",
        "?q",
        "http://x:port/",
        "http://x/%41",
        "^",
        "{x}",
        "a:b:c"
    };
    private static final String[] NAMESPACES = {
        Namespaces.ASSERTION, Namespaces.PROTOCOL, Namespaces.SIGNATURE, Namespaces.ENCRYPTION, "urn:other"
    };
    private static final String[] NAMES = {
        "Assertion",
        "Issuer",
        "Subject",
        "NameID",
        "Conditions",
        "Audience",
        "OneTimeUse",
        "ProxyRestriction",
        "Advice",
        "AuthnContext",
        "AuthnContextDecl",
        "AttributeValue",
        "Extensions",
        "StatusDetail",
        "KeyInfo",
        "Object",
        "Signature",
        "Transforms",
        "Transform",
        "XPath",
        "KeyName",
        "X509Data",
        "EncryptedData",
        "CipherData",
        "EncryptedAssertion",
        "SubjectConfirmationData",
        "AssertionIDRef",
        "KeyValue",
        "RSAKeyValue",
        "MgmtData",
        "BaseID",
        "Statement",
        "Condition"
    };
    private static final String[] ATTRIBUTES = {
        "ID",
        "Id",
        "Version",
        "IssueInstant",
        "Destination",
        "InResponseTo",
        "Consent",
        "Format",
        "NameQualifier",
        "Method",
        "NotBefore",
        "NotOnOrAfter",
        "Recipient",
        "Address",
        "Count",
        "AuthnInstant",
        "SessionIndex",
        "Name",
        "NameFormat",
        "FriendlyName",
        "Value",
        "Algorithm",
        "URI",
        "Type",
        "MimeType",
        "Encoding",
        "Resource",
        "Decision",
        "PrefixList"
    };
    private static final String[] TYPES = {
        "string", "integer", "boolean", "anyURI", "dateTime", "base64Binary", "anyType", "date"
    };

    private final Random random;

    Mutation(Random random) {
        this.random = random;
    }

    /** {@return what was done, for the message of a failing test} */
    String apply(Document document) {
        List<Element> all = all(document.getDocumentElement());
        Element target = pick(all);
        String place = target.getNodeName();
        return switch (random.nextInt(16)) {
            case 0 -> "remove " + place + remove(target);
            case 1 -> "duplicate " + place + insert(target, target.cloneNode(true));
            case 2 -> "move " + place + move(target, pick(all));
            case 3 -> "rename " + place + " " + document.renameNode(target, pickNamespace(), "n:" + pick(NAMES));
            case 4, 5 -> "new child in " + place + " " + child(target);
            case 6 -> "text in " + place + target.appendChild(document.createTextNode(pick(VALUES)));
            case 7, 8 -> "text of " + place + " " + text(target);
            case 9, 10 -> "value in " + place + " " + attributeValue(target);
            case 11 -> "attribute of " + place + " " + newAttribute(target);
            case 12 -> "attribute gone from " + place + removeAttribute(target);
            case 13 -> "foreign attribute of " + place + foreignAttribute(target);
            case 14 -> "type of " + place + " " + type(target);
            default -> "comment in " + place + target.insertBefore(document.createComment("c"), target.getFirstChild());
        };
    }

    private static String remove(Element target) {
        if (target.getParentNode() instanceof Element parent) {
            parent.removeChild(target);
        }
        return "";
    }

    private static String insert(Element place, Node node) {
        if (place.getParentNode() instanceof Element parent) {
            parent.insertBefore(node, place);
        }
        return "";
    }

    private static String move(Element target, Element place) {
        for (Node up = place; up != null; up = up.getParentNode()) {
            if (up.isSameNode(target)) {
                return " not";
            }
        }
        place.appendChild(target);
        return " to " + place.getNodeName();
    }

    private String child(Element target) {
        String name = "n:" + pick(NAMES);
        Element child = target.getOwnerDocument().createElementNS(pickNamespace(), name);
        if (random.nextBoolean()) {
            child.setTextContent(pick(VALUES));
        }
        target.insertBefore(child, random.nextBoolean() ? target.getFirstChild() : null);
        return name;
    }

    private String text(Element target) {
        if (Children.of(target).next() == null) {
            target.setTextContent(pick(VALUES));
        }
        return target.getTextContent();
    }

    private String attributeValue(Element target) {
        List<Attr> own = new ArrayList<>();
        for (int i = 0; i < target.getAttributes().getLength(); i++) {
            Attr attribute = (Attr) target.getAttributes().item(i);
            if (attribute.getNamespaceURI() == null) {
                own.add(attribute);
            }
        }
        if (!own.isEmpty()) {
            Attr attribute = own.get(random.nextInt(own.size()));
            attribute.setValue(pick(VALUES));
            return attribute.getName() + "=" + attribute.getValue();
        }
        return "";
    }

    private String newAttribute(Element target) {
        String name = pick(ATTRIBUTES);
        target.setAttribute(name, pick(VALUES));
        return name + "=" + target.getAttribute(name);
    }

    private String removeAttribute(Element target) {
        if (target.getAttributes().getLength() > 0) {
            Attr attribute = (Attr) target.getAttributes()
                    .item(random.nextInt(target.getAttributes().getLength()));
            if (attribute.getNamespaceURI() == null) {
                target.removeAttributeNode(attribute);
            }
        }
        return "";
    }

    private String foreignAttribute(Element target) {
        switch (random.nextInt(5)) {
            case 0 -> target.setAttributeNS("urn:other", "o:any", "x");
            case 1 -> target.setAttributeNS(XSI, "xsi:nil", random.nextBoolean() ? "true" : "x");
            case 2 -> target.setAttributeNS(XSI, "xsi:schemaLocation", "urn:a urn:b");
            case 3 ->
                target.setAttributeNS(
                        "http://www.w3.org/XML/1998/namespace",
                        random.nextBoolean() ? "xml:lang" : "xml:space",
                        pick(VALUES));
            default -> target.setAttributeNS(Namespaces.ASSERTION, "saml:any", "x");
        }
        return "";
    }

    private String type(Element target) {
        boolean schema = random.nextBoolean();
        target.setAttributeNS(
                "http://www.w3.org/2000/xmlns/", "xmlns:t", schema ? Namespaces.SCHEMA : Namespaces.ASSERTION);
        String type = "t:" + (schema ? pick(TYPES) : pick(NAMES) + "Type");
        target.setAttributeNS(XSI, "xsi:type", type);
        return type;
    }

    private String pickNamespace() {
        return pick(NAMESPACES);
    }

    private String pick(String[] from) {
        return from[random.nextInt(from.length)];
    }

    private Element pick(List<Element> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static List<Element> all(Element root) {
        List<Element> found = new ArrayList<>();
        found.add(root);
        for (Element child = Children.of(root).next();
                child != null;
                child = Children.elementFrom(child.getNextSibling())) {
            found.addAll(all(child));
        }
        return found;
    }
}

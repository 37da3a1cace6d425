package dk.borgerbro.eid.internal.structure;

import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The reasons for which we refuse what the schemas take; each is said at {@link SamlStructure}. */
final class Stricter {
    private static final Set<String> IDS = Set.of("ID", "Id", "InResponseTo");
    private static final Set<String> URIS = Set.of(
            "Destination",
            "Consent",
            "Format",
            "Method",
            "Recipient",
            "NameFormat",
            "Value",
            "Algorithm",
            "URI",
            "Type",
            "Encoding",
            "Resource",
            "Namespace",
            "Target");
    private static final Set<String> OWN = Set.of(
            Namespaces.ASSERTION,
            Namespaces.PROTOCOL,
            Namespaces.SIGNATURE,
            Namespaces.SIGNATURE_11,
            Namespaces.ENCRYPTION,
            Namespaces.ENCRYPTION_11,
            Namespaces.EXCLUSIVE_C14N);

    private Stricter() {}

    /** {@return whether something in a tree is listed} */
    static boolean isListed(Element element) {
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            if (isListed((Attr) element.getAttributes().item(i))) {
                return true;
            }
        }
        if (OWN.contains(String.valueOf(element.getNamespaceURI()))
                && (!SamlStructure.isInTable(element) || isLocal(element))) {
            return true;
        }
        String text = element.getTextContent();
        if (isUri(element.getLocalName()) && !Lexical.ANY_URI.accepts(text)) {
            return true;
        }
        if (element.getLocalName().equals("AssertionIDRef") && !Lexical.NC_NAME.accepts(text)) {
            return true;
        }
        if (hasOnlyNamedParameters(element.getParentNode())
                && !Set.of("KeySize", "OAEPparams", "DigestMethod", "MGF", "Transforms")
                        .contains(element.getLocalName())) {
            return true;
        }
        for (Element child = Children.of(element).next();
                child != null;
                child = Children.elementFrom(child.getNextSibling())) {
            if (isListed(child)) {
                return true;
            }
        }
        return false;
    }

    /** Not declared at top level, so that the schemas take anything in it where they take anything at all. */
    private static boolean isLocal(Element element) {
        return element.getLocalName().equals("Transforms") && Namespaces.ENCRYPTION.equals(element.getNamespaceURI());
    }

    private static boolean isListed(Attr attribute) {
        String value = attribute.getValue();
        if (Namespaces.INSTANCE.equals(attribute.getNamespaceURI())) {
            return attribute.getLocalName().equals("type")
                    || attribute.getLocalName().equals("nil");
        }
        if (attribute.getNamespaceURI() != null) {
            return OWN.contains(attribute.getNamespaceURI());
        }
        String name = attribute.getName();
        if (name.equals("Version")) {
            return !value.equals("2.0");
        }
        if (IDS.contains(name)) {
            return !Lexical.NC_NAME.accepts(value);
        }
        if (name.endsWith("Instant") || name.startsWith("Not") || name.startsWith("SessionNot")) {
            return XmlDateTime.parse(value) == null;
        }
        return URIS.contains(name) && !Lexical.ANY_URI.accepts(value);
    }

    private static boolean hasOnlyNamedParameters(Node node) {
        return node instanceof Element parent
                && Set.of("EncryptionMethod", "DataReference", "KeyReference").contains(parent.getLocalName());
    }

    private static boolean isUri(String name) {
        return name.equals("Audience") || name.startsWith("Auth") || name.equals("AssertionURIRef");
    }
}

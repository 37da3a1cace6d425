package dk.borgerbro.eid.internal.opensaml;

import dk.borgerbro.eid.internal.saml.EngineCheck;
import dk.borgerbro.eid.internal.saml.Refusal;
import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * Turns bytes that anybody may have sent into a tree, or refuses: within limits of size, nesting and number of tags; without document type
 * and inclusions; with each id once. Thread-safe.
 */
final class MessageParser {
    /** A response of NemLog-in has about 20 kB and 300 tags. */
    static final int MOST_BYTES = 1 << 20;

    static final int MOST_TAGS = 20_000;
    static final int MOST_DEPTH = 200;

    static final String XINCLUDE = "http://www.w3.org/2001/XInclude";

    private final ParserPool pool = new ParserPool(MOST_DEPTH);

    /**
     * {@return the root of a document of its own}
     *
     * @param check what to refuse under
     * @param banned namespaces of which nothing may be in it
     */
    Element parse(byte[] xml, EngineCheck check, Set<String> banned) throws Refusal {
        if (xml.length > MOST_BYTES) {
            throw new Refusal(check, "/", "is larger than " + MOST_BYTES + " bytes");
        }
        if (xml.length > MOST_TAGS && tags(xml) > MOST_TAGS) {
            throw new Refusal(check, "/", "has more than " + MOST_TAGS + " tags");
        }
        Document document = tree(xml, check);
        if (!"1.0".equals(document.getXmlVersion())) {
            throw new Refusal(check, "/", "is not XML 1.0");
        }
        Element root = document.getDocumentElement();
        inspect(root, check, banned);
        return root;
    }

    private Document tree(byte[] xml, EngineCheck check) throws Refusal {
        try {
            return pool.parse(xml);
        } catch (SAXException | IOException | RuntimeException e) {
            // The parser's own words quote the message.
            throw new Refusal(
                    check,
                    "/",
                    "is not well-formed XML 1.0, is in another encoding than it declares, has a document type, or nests deeper"
                            + " than " + MOST_DEPTH + " elements");
        }
    }

    /** Opening and closing tags alike, in any encoding that has the byte. */
    private static int tags(byte[] xml) {
        int count = 0;
        for (byte b : xml) {
            count += b == '<' ? 1 : 0;
        }
        return count;
    }

    private static void inspect(Element root, EngineCheck check, Set<String> banned) throws Refusal {
        Set<String> ids = new HashSet<>();
        for (Node node = root; node != null; node = following(root, node)) {
            if (node instanceof Element element) {
                if (element.getNamespaceURI() != null && banned.contains(element.getNamespaceURI())) {
                    throw new Refusal(check, "/", "holds inclusions (XInclude), or encryption inside encryption");
                }
                ids(element, ids, check);
            }
        }
    }

    /** Whatever a reader may take for an id: SAML's ID, the Id of signature and encryption, xml:id, wsu:Id. */
    private static void ids(Element element, Set<String> ids, EngineCheck check) throws Refusal {
        if (!element.hasAttributes()) {
            return;
        }
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            String name = attribute.getLocalName();
            if (name.length() == 2 && name.toLowerCase(Locale.ROOT).equals("id") && !ids.add(attribute.getValue())) {
                throw new Refusal(check, "/", "has two elements with the same id");
            }
        }
    }

    /** {@return the next node in document order, null behind the last} */
    static @Nullable Node following(Node root, Node node) {
        if (node.getFirstChild() != null) {
            return node.getFirstChild();
        }
        Node up = node;
        while (up != null && !up.isSameNode(root)) {
            if (up.getNextSibling() != null) {
                return up.getNextSibling();
            }
            up = up.getParentNode();
        }
        return null;
    }
}

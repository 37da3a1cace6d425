package dk.borgerbro.core.support.xml;

import org.w3c.dom.Document;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** Holds a parsed tree against the limits that the parser does not count the way the stream reader does. */
final class TreeLimits {
    private TreeLimits() {}

    static void check(Document document, XmlLimits limits) throws XmlReadingException {
        Node at = document.getDocumentElement();
        int depth = 1;
        while (at != null) {
            if (at.getNodeType() == Node.ELEMENT_NODE) {
                element(at, depth, limits);
            } else if (isText(at) && at.getNodeValue().length() > limits.textLength()) {
                throw XmlRule.TEXT.broken("", 0, 0);
            }
            if (at.getFirstChild() != null) {
                at = at.getFirstChild();
                depth++;
                continue;
            }
            while (at != null && at.getNextSibling() == null) {
                at = at.getParentNode();
                depth--;
            }
            at = at == null ? null : at.getNextSibling();
        }
    }

    private static boolean isText(Node node) {
        return node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE;
    }

    private static void element(Node element, int depth, XmlLimits limits) throws XmlReadingException {
        if (depth > limits.depth()) {
            throw XmlRule.DEPTH.broken("", 0, 0);
        }
        checkName(element, limits);
        NamedNodeMap attributes = element.getAttributes();
        int counted = 0;
        for (int i = 0; i < attributes.getLength(); i++) {
            Node attribute = attributes.item(i);
            checkName(attribute, limits);
            counted += attribute.getNodeName().startsWith("xmlns") ? 0 : 1;
            if (attribute.getNodeValue().length() > limits.textLength()) {
                throw XmlRule.TEXT.broken("", 0, 0);
            }
        }
        if (counted > limits.attributes()) {
            throw XmlRule.ATTRIBUTES.broken("", 0, 0);
        }
    }

    private static void checkName(Node node, XmlLimits limits) throws XmlReadingException {
        if (node.getNodeName().length() > limits.nameLength()) {
            throw XmlRule.NAME.broken("", 0, 0);
        }
    }
}

package dk.borgerbro.testkit.nemlogin;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * One element of a message under change, with short ways to change it.
 *
 * <p>A path names elements by their local names from here downwards, {@code Conditions/AudienceRestriction[2]/Audience}; the first
 * of several is meant unless a number, counted from 1, says otherwise. {@code @ID} at the end of a path is an attribute, and an
 * empty path is this element. Fragments may use the prefixes {@code samlp, saml, md, soap, ds, xenc, xenc11, nl, xs, xsi} without declaring
 * them. Not thread-safe.
 */
public final class XmlPart {
    private final Element element;

    XmlPart(Element element) {
        this.element = element;
    }

    /**
     * {@return the root of a text}
     *
     * @throws IllegalArgumentException if the text is not well-formed or has a DOCTYPE
     */
    public static XmlPart parse(String xml) {
        return new XmlPart(XmlText.parse(xml).getDocumentElement());
    }

    /** {@return the element itself, for changes that have no method here} */
    public Element element() {
        return element;
    }

    /**
     * {@return the element at a path}
     *
     * @throws IllegalArgumentException if there is none
     */
    public XmlPart at(String path) {
        Element found = element;
        for (String step : path.isEmpty() ? new String[0] : path.split("/", -1)) {
            int bracket = step.indexOf('[');
            String name = bracket < 0 ? step : step.substring(0, bracket);
            int number = bracket < 0 ? 1 : Integer.parseInt(step.substring(bracket + 1, step.length() - 1));
            List<Element> children = children(found, name);
            if (children.size() < number) {
                throw new IllegalArgumentException("no element " + step + " of " + path + " in " + found.getNodeName());
            }
            found = children.get(number - 1);
        }
        return new XmlPart(found);
    }

    /** {@return every element at a path; its last step has no number} */
    public List<XmlPart> all(String path) {
        int slash = path.lastIndexOf('/');
        XmlPart parent = slash < 0 ? this : at(path.substring(0, slash));
        return children(parent.element, path.substring(slash + 1)).stream()
                .map(XmlPart::new)
                .toList();
    }

    /**
     * {@return the SAML attribute with a name, anywhere below}
     *
     * @throws IllegalArgumentException if there is none
     */
    public XmlPart attribute(String samlName) {
        NodeList attributes = element.getElementsByTagNameNS(Saml.ASSERTION, "Attribute");
        for (int i = 0; i < attributes.getLength(); i++) {
            if (((Element) attributes.item(i)).getAttribute("Name").equals(samlName)) {
                return new XmlPart((Element) attributes.item(i));
            }
        }
        throw new IllegalArgumentException("no SAML attribute " + samlName);
    }

    /** {@return the text at a path, or the value of an attribute, empty if the attribute is absent} */
    public String get(String path) {
        int at = path.lastIndexOf('@');
        return at < 0
                ? at(path).element.getTextContent()
                : at(parentPath(path, at)).element.getAttribute(path.substring(at + 1));
    }

    /** Sets the text at a path, or an attribute, which is added if absent. */
    public XmlPart set(String path, String value) {
        int at = path.lastIndexOf('@');
        if (at < 0) {
            at(path).element.setTextContent(value);
        } else {
            at(parentPath(path, at)).element.setAttribute(path.substring(at + 1), value);
        }
        return this;
    }

    /** Removes the element or attribute at a path. */
    public XmlPart remove(String path) {
        int at = path.lastIndexOf('@');
        if (at < 0) {
            Element gone = at(path).element;
            gone.getParentNode().removeChild(gone);
        } else {
            at(parentPath(path, at)).element.removeAttribute(path.substring(at + 1));
        }
        return this;
    }

    /** {@return a copy of the element at a path, put behind it} */
    public XmlPart duplicate(String path) {
        Element original = at(path).element;
        Element copy = (Element) original.cloneNode(true);
        original.getParentNode().insertBefore(copy, original.getNextSibling());
        return new XmlPart(copy);
    }

    /** Puts a fragment behind the last child of the element at a path. */
    public XmlPart append(String path, String fragment) {
        insert(at(path).element, null, fragment);
        return this;
    }

    /** Puts a fragment before the first child of the element at a path. */
    public XmlPart prepend(String path, String fragment) {
        Element parent = at(path).element;
        insert(parent, parent.getFirstChild(), fragment);
        return this;
    }

    /** Puts a fragment before the element at a path. */
    public XmlPart before(String path, String fragment) {
        Element place = at(path).element;
        insert((Element) place.getParentNode(), place, fragment);
        return this;
    }

    /** Puts a fragment behind the element at a path. */
    public XmlPart after(String path, String fragment) {
        Element place = at(path).element;
        insert((Element) place.getParentNode(), place.getNextSibling(), fragment);
        return this;
    }

    /** Puts a fragment in the place of the element at a path. */
    public XmlPart replace(String path, String fragment) {
        Element old = at(path).element;
        insert((Element) old.getParentNode(), old, fragment);
        old.getParentNode().removeChild(old);
        return this;
    }

    /** {@return the element as text that stands alone: prefixes declared further out are declared in it} */
    public String xml() {
        return XmlText.of(alone(element).getDocumentElement());
    }

    @Override
    public String toString() {
        return "XmlPart(" + element.getNodeName() + ")";
    }

    /** {@return a document that holds a copy of an element and all prefixes that are in force at its place} */
    static Document alone(Element element) {
        Document document = element.getOwnerDocument();
        Document own = document.getImplementation().createDocument(null, null, null);
        Element copy = (Element) own.importNode(element, true);
        own.appendChild(copy);
        for (Node outer = element.getParentNode(); outer instanceof Element; outer = outer.getParentNode()) {
            for (int i = 0; i < outer.getAttributes().getLength(); i++) {
                Attr attribute = (Attr) outer.getAttributes().item(i);
                if (Saml.XMLNS.equals(attribute.getNamespaceURI())
                        && !copy.hasAttributeNS(Saml.XMLNS, attribute.getLocalName())) {
                    copy.setAttributeNS(Saml.XMLNS, attribute.getName(), attribute.getValue());
                }
            }
        }
        return own;
    }

    private static String parentPath(String path, int at) {
        return at == 0 ? "" : path.substring(0, at - 1);
    }

    private static List<Element> children(Element parent, String localName) {
        List<Element> found = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element && localName.equals(child.getLocalName())) {
                found.add((Element) child);
            }
        }
        return found;
    }

    private static void insert(Element parent, @Nullable Node before, String fragment) {
        StringBuilder wrapped = new StringBuilder("<fragment");
        Saml.PREFIXES.forEach((prefix, uri) -> wrapped.append(" xmlns:")
                .append(prefix)
                .append("=\"")
                .append(uri)
                .append('"'));
        Element holder = XmlText.parse(wrapped.append('>')
                        .append(fragment)
                        .append("</fragment>")
                        .toString())
                .getDocumentElement();
        for (Node node = holder.getFirstChild(); node != null; node = node.getNextSibling()) {
            Node imported = parent.getOwnerDocument().importNode(node, true);
            parent.insertBefore(imported, before);
            if (imported instanceof Element added) {
                declarePrefixes(added);
            }
        }
    }

    /** The fragment's prefixes were declared at its holder, which stays behind. */
    private static void declarePrefixes(Element element) {
        declare(element, element);
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            declare(element, element.getAttributes().item(i));
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                declarePrefixes(inner);
            }
        }
    }

    private static void declare(Element place, Node named) {
        String prefix = named.getPrefix();
        String uri = named.getNamespaceURI();
        if (prefix != null
                && uri != null
                && Saml.PREFIXES.containsKey(prefix)
                && !uri.equals(declared(place, prefix))) {
            place.setAttributeNS(Saml.XMLNS, "xmlns:" + prefix, uri);
        }
    }

    private static String declared(Element place, String prefix) {
        for (Node node = place; node instanceof Element element; node = node.getParentNode()) {
            if (element.hasAttributeNS(Saml.XMLNS, prefix)) {
                return element.getAttributeNS(Saml.XMLNS, prefix);
            }
        }
        return "";
    }
}

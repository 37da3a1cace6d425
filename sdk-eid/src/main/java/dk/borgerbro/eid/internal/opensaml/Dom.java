package dk.borgerbro.eid.internal.opensaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Ways through a tree whose structure was checked. */
final class Dom {
    private Dom() {}

    static boolean is(Element element, String namespace, String name) {
        return name.equals(element.getLocalName()) && namespace.equals(element.getNamespaceURI());
    }

    /** {@return the first child element with this name, null if there is none} */
    static @Nullable Element child(Element parent, String namespace, String name) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && is(element, namespace, name)) {
                return element;
            }
        }
        return null;
    }

    /** {@return the child element that the structure demands} */
    static Element required(Element parent, String namespace, String name) {
        Element child = child(parent, namespace, name);
        if (child == null) {
            throw new IllegalStateException(name + " is missing in a tree whose structure was checked");
        }
        return child;
    }

    /** {@return the child elements with this name} */
    static List<Element> children(Element parent, String namespace, String name) {
        List<Element> found = new ArrayList<>(4);
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && is(element, namespace, name)) {
                found.add(element);
            }
        }
        return found;
    }

    static boolean hasNoElements(Element parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element) {
                return false;
            }
        }
        return true;
    }

    static int count(Element parent, String namespace, String name) {
        return children(parent, namespace, name).size();
    }

    /** {@return an attribute without namespace} */
    static Optional<String> attribute(Element element, String name) {
        return element.hasAttribute(name) ? Optional.of(element.getAttribute(name)) : Optional.empty();
    }
}

package dk.borgerbro.core.support.xml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Steps through the elements of a tree. */
public final class Elements {
    private Elements() {}

    /** {@return the child elements, in order} */
    public static List<Element> children(Node parent) {
        List<Element> children = new ArrayList<>();
        for (Node at = parent.getFirstChild(); at != null; at = at.getNextSibling()) {
            if (at instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    /** {@return the child elements of one name, in order} */
    public static List<Element> children(Node parent, String namespace, String local) {
        return children(parent).stream().filter(e -> is(e, namespace, local)).toList();
    }

    /** {@return the only child element of a name, null if there is none or several} */
    public static @Nullable Element only(Node parent, String namespace, String local) {
        List<Element> found = children(parent, namespace, local);
        return found.size() == 1 ? found.get(0) : null;
    }

    /** {@return whether an element has a name} */
    public static boolean is(Element element, String namespace, String local) {
        return local.equals(element.getLocalName()) && namespace.equals(element.getNamespaceURI());
    }

    /** {@return the next element in document order within a tree, null at its end; without recursion, for deep trees} */
    public static @Nullable Element next(Element at, Element root) {
        Node node = at;
        if (node.getFirstChild() != null) {
            node = node.getFirstChild();
        } else {
            node = after(node, root);
        }
        while (node != null && !(node instanceof Element)) {
            node = after(node, root);
        }
        return (Element) node;
    }

    private static @Nullable Node after(Node node, Element root) {
        Node at = node;
        while (!at.isSameNode(root)) {
            Node sibling = at.getNextSibling();
            if (sibling != null) {
                return sibling;
            }
            at = at.getParentNode();
        }
        return null;
    }
}

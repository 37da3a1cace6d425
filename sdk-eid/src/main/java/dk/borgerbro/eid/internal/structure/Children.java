package dk.borgerbro.eid.internal.structure;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The child elements that are not matched yet. */
final class Children {
    private @Nullable Element next;

    private Children(@Nullable Element first) {
        this.next = first;
    }

    static Children of(Element parent) {
        return new Children(elementFrom(parent.getFirstChild()));
    }

    @Nullable
    Element next() {
        return next;
    }

    void advance() {
        Element done = next;
        next = done == null ? null : elementFrom(done.getNextSibling());
    }

    /** {@return this node or the first of its following siblings that is an element} */
    static @Nullable Element elementFrom(@Nullable Node start) {
        for (Node node = start; node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                return element;
            }
        }
        return null;
    }
}

package dk.borgerbro.eid.internal.structure;

import java.util.List;
import org.w3c.dom.Element;

/**
 * A piece of a content model. Matching looks one element ahead and never goes back, which is enough: the schema language demands models
 * that can be read so (unique particle attribution).
 */
sealed interface Particle {
    /** {@return whether this can begin with an element} */
    boolean begins(Element element);

    /** {@return whether this can match nothing} */
    boolean optional();

    /** Takes what belongs to it. {@return whether all that must be there was} */
    boolean match(Children children);

    static Particle named(String namespace, String name) {
        return new Named(namespace, name);
    }

    /** {@return any element of a namespace other than this one, and of some namespace} */
    static Particle other(String namespace) {
        return new Other(namespace);
    }

    static Particle any() {
        return new Any();
    }

    static Particle sequence(Particle... parts) {
        return new Sequence(List.of(parts));
    }

    static Particle choice(Particle... parts) {
        return new Choice(List.of(parts));
    }

    default Particle maybe() {
        return new Repeated(this, 0, 1);
    }

    default Particle repeated() {
        return new Repeated(this, 0, Integer.MAX_VALUE);
    }

    default Particle atLeastOnce() {
        return new Repeated(this, 1, Integer.MAX_VALUE);
    }

    /** One element. */
    record Named(String namespace, String name) implements Particle {
        @Override
        public boolean begins(Element element) {
            return name.equals(element.getLocalName()) && namespace.equals(element.getNamespaceURI());
        }

        @Override
        public boolean optional() {
            return false;
        }

        @Override
        public boolean match(Children children) {
            return take(this, children);
        }
    }

    /** One element from elsewhere. */
    record Other(String namespace) implements Particle {
        @Override
        public boolean begins(Element element) {
            return element.getNamespaceURI() != null && !namespace.equals(element.getNamespaceURI());
        }

        @Override
        public boolean optional() {
            return false;
        }

        @Override
        public boolean match(Children children) {
            return take(this, children);
        }
    }

    /** One element, whatever it is. */
    record Any() implements Particle {
        @Override
        public boolean begins(Element element) {
            return true;
        }

        @Override
        public boolean optional() {
            return false;
        }

        @Override
        public boolean match(Children children) {
            return take(this, children);
        }
    }

    /** One after the other. */
    record Sequence(List<Particle> parts) implements Particle {
        @Override
        public boolean begins(Element element) {
            for (Particle part : parts) {
                if (part.begins(element)) {
                    return true;
                }
                if (!part.optional()) {
                    return false;
                }
            }
            return false;
        }

        @Override
        public boolean optional() {
            return parts.stream().allMatch(Particle::optional);
        }

        @Override
        public boolean match(Children children) {
            for (int i = 0; i < parts.size(); i++) {
                if (!parts.get(i).match(children)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** One of several. */
    record Choice(List<Particle> parts) implements Particle {
        @Override
        public boolean begins(Element element) {
            for (int i = 0; i < parts.size(); i++) {
                if (parts.get(i).begins(element)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public boolean optional() {
            return parts.stream().anyMatch(Particle::optional);
        }

        @Override
        public boolean match(Children children) {
            Element next = children.next();
            for (int i = 0; next != null && i < parts.size(); i++) {
                if (parts.get(i).begins(next)) {
                    return parts.get(i).match(children);
                }
            }
            return optional();
        }
    }

    /** The same several times. */
    record Repeated(Particle part, int least, int most) implements Particle {
        @Override
        public boolean begins(Element element) {
            return part.begins(element);
        }

        @Override
        public boolean optional() {
            return least == 0 || part.optional();
        }

        @Override
        public boolean match(Children children) {
            int found = 0;
            Element next = children.next();
            while (found < most && next != null && part.begins(next)) {
                if (!part.match(children)) {
                    return false;
                }
                found++;
                next = children.next();
            }
            return found >= least || part.optional();
        }
    }

    private static boolean take(Particle one, Children children) {
        Element next = children.next();
        if (next == null || !one.begins(next)) {
            return false;
        }
        children.advance();
        return true;
    }
}

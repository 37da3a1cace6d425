package dk.borgerbro.eid.internal.structure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one element may hold.
 *
 * @param text the type of its text, null if it holds elements
 * @param children its content model; matches nothing if there is text
 * @param mixed whether text may stand between the elements
 * @param others which attributes are taken that are not in the table
 * @param attributes those without namespace, with their types
 * @param required which of them must be there
 */
record ElementRule(
        @Nullable Lexical text,
        Particle children,
        boolean mixed,
        OtherAttributes others,
        Map<String, Lexical> attributes,
        List<String> required) {

    /** Which attributes are taken that are not in the table. */
    enum OtherAttributes {
        NONE,
        OF_OTHER_NAMESPACES,
        ALL
    }

    private static final Particle NOTHING = Particle.sequence();

    /** {@return a rule for text} */
    static ElementRule text(Lexical type) {
        return rule(type, NOTHING);
    }

    /** {@return a rule for elements, one after the other} */
    static ElementRule of(Particle... children) {
        return rule(null, Particle.sequence(children));
    }

    /** {@return the rule of {@code xs:anyType}} */
    static ElementRule anything() {
        return new ElementRule(null, Particle.any().repeated(), true, OtherAttributes.ALL, Map.of(), List.of());
    }

    private static ElementRule rule(@Nullable Lexical type, Particle children) {
        return new ElementRule(type, children, false, OtherAttributes.NONE, Map.of(), List.of());
    }

    /** {@return whether nothing at all may stand inside} */
    boolean isEmpty() {
        return children.equals(NOTHING) && text == null;
    }

    /** {@return the same with text between its elements} */
    ElementRule withText() {
        return new ElementRule(text, children, true, others, attributes, required);
    }

    /** {@return the same with attributes of other namespaces} */
    ElementRule withForeignAttributes() {
        return new ElementRule(text, children, mixed, OtherAttributes.OF_OTHER_NAMESPACES, attributes, required);
    }

    /** {@return the same with an attribute} */
    ElementRule may(String name, Lexical type) {
        Map<String, Lexical> more = new HashMap<>(attributes);
        more.put(name, type);
        return new ElementRule(text, children, mixed, others, Map.copyOf(more), required);
    }

    /** {@return the same with an attribute that must be there} */
    ElementRule must(String name, Lexical type) {
        List<String> more = new ArrayList<>(required);
        more.add(name);
        return new ElementRule(text, children, mixed, others, attributes, List.copyOf(more)).may(name, type);
    }
}

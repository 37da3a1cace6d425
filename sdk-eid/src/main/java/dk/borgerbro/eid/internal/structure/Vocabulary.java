package dk.borgerbro.eid.internal.structure;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The elements of a namespace, by name. */
final class Vocabulary {
    private final String namespace;
    private final Map<String, ElementRule> rules = new HashMap<>();
    private final Map<String, Map<String, ElementRule>> typedRules = new HashMap<>();

    Vocabulary(String namespace) {
        this.namespace = namespace;
    }

    String namespace() {
        return namespace;
    }

    /** Adds an element. */
    Vocabulary element(String name, ElementRule rule) {
        if (rules.put(name, rule) != null) {
            throw new IllegalStateException(name + " stands in the table twice");
        }
        return this;
    }

    /** Adds what holds for an element instead, if it names a type of this namespace. */
    Vocabulary typed(String name, String type, ElementRule rule) {
        typedRules.computeIfAbsent(name, any -> new HashMap<>()).put(type, rule);
        return this;
    }

    /** {@return the rule, null if the element is unknown or is abstract} */
    @Nullable
    ElementRule rule(String name) {
        return rules.get(name);
    }

    /** {@return the rule for an element that names its type, null if it may not} */
    @Nullable
    ElementRule typedRule(String name, String type) {
        return typedRules.getOrDefault(name, Map.of()).get(type);
    }
}

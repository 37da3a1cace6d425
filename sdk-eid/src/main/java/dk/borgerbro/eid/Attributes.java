package dk.borgerbro.eid;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What an identity provider said about somebody, as it said it: texts by attribute name, in the order received, known and unknown alike.
 * Immutable and thread-safe. Personal data: prints names and no values.
 */
public final class Attributes {
    private static final Attributes NONE = new Attributes(new LinkedHashMap<>());

    private final Map<String, List<String>> values;

    private Attributes(Map<String, List<String>> values) {
        this.values = Collections.unmodifiableMap(values);
    }

    /** {@return no attributes} */
    public static Attributes none() {
        return NONE;
    }

    /** {@return attributes with these values, in the map's order; a name may have no value at all} */
    public static Attributes of(Map<String, List<String>> values) {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        values.forEach((name, texts) -> copy.put(Objects.requireNonNull(name, "name"), List.copyOf(texts)));
        return new Attributes(copy);
    }

    /** {@return the names, in the order received} */
    public Set<String> names() {
        return values.keySet();
    }

    /** {@return all values of an attribute, in the order received; empty if it is absent, or has no text} */
    public List<String> values(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** {@return all values of an attribute, in the order received; empty if it is absent, or has no text} */
    public List<String> values(OioAttribute attribute) {
        return values(attribute.uri());
    }

    /** {@return the value of an attribute that has exactly one; empty if it has none or several} */
    public Optional<String> value(String name) {
        List<String> all = values(name);
        return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }

    /** {@return the value of an attribute that has exactly one; empty if it has none or several} */
    public Optional<String> value(OioAttribute attribute) {
        return value(attribute.uri());
    }

    /** {@return those whose names begin so, under their whole names} */
    public Attributes startingWith(String prefix) {
        Map<String, List<String>> some = new LinkedHashMap<>();
        values.forEach((name, texts) -> {
            if (name.startsWith(prefix)) {
                some.put(name, texts);
            }
        });
        return new Attributes(some);
    }

    /** {@return whether there are none} */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** {@return all values by name, in the order received; unmodifiable} */
    public Map<String, List<String>> asMap() {
        return values;
    }

    /** Equal if the same names have the same values in the same order; the order of the names is of no meaning. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Attributes that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return "Attributes" + new ArrayList<>(values.keySet());
    }
}

package dk.borgerbro.core.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Header fields in order of arrival, names compared without case (RFC 9110 section 5). Immutable; prints names only. */
public final class HttpHeaders {
    private static final HttpHeaders EMPTY = new HttpHeaders(new TreeMap<>(String.CASE_INSENSITIVE_ORDER));

    private final Map<String, List<String>> fields;

    private HttpHeaders(Map<String, List<String>> fields) {
        this.fields = Collections.unmodifiableMap(fields);
    }

    /** {@return no fields} */
    public static HttpHeaders empty() {
        return EMPTY;
    }

    /** {@return these fields and one more; a field of that name is kept beside it} */
    public HttpHeaders plus(String name, String value) {
        requireFieldForm(name, value);
        Map<String, List<String>> next = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        next.putAll(fields);
        List<String> values = new ArrayList<>(next.getOrDefault(name, List.of()));
        values.add(value);
        next.put(name, List.copyOf(values));
        return new HttpHeaders(next);
    }

    /** {@return the first value of a field} */
    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    /** {@return all values of a field in order, empty if it is absent} */
    public List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    /** Gives each name and value to a consumer. */
    public void forEach(BiConsumer<String, String> consumer) {
        fields.forEach((name, values) -> values.forEach(value -> consumer.accept(name, value)));
    }

    @Override
    public String toString() {
        return fields.keySet().toString().toLowerCase(Locale.ROOT);
    }

    private static void requireFieldForm(String name, String value) {
        if (name.isEmpty() || !name.chars().allMatch(c -> c > ' ' && c < 127 && c != ':')) {
            throw new IllegalArgumentException("a header name may hold visible ASCII without colon only");
        }
        if (value.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 127)) {
            throw new IllegalArgumentException("the value of header " + name + " holds a control character");
        }
    }
}

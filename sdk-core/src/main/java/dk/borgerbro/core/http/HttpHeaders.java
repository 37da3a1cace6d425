package dk.borgerbro.core.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Header fields in order of arrival, names compared without case (RFC 9110 section 5). Immutable; prints names only. */
public final class HttpHeaders {
    private static final HttpHeaders EMPTY = new HttpHeaders(List.of());

    /** Name and value in turn: a message has few fields, and looking through them is cheaper than a map. */
    private final List<String> fields;

    private HttpHeaders(List<String> fields) {
        this.fields = fields;
    }

    /** {@return no fields} */
    public static HttpHeaders empty() {
        return EMPTY;
    }

    /** {@return a builder} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return whether name and value have the form of RFC 9110: no control characters, the name visible ASCII without colon} */
    public static boolean isField(String name, String value) {
        return isName(name) && isValue(value);
    }

    /**
     * {@return these fields and one more; a field of that name is kept beside it}
     *
     * @throws IllegalArgumentException if name or value do not have the form of a field
     */
    public HttpHeaders plus(String name, String value) {
        return builder().addAll(this).add(name, value).build();
    }

    /** {@return the first value of a field} */
    public Optional<String> first(String name) {
        for (int i = 0; i < fields.size(); i += 2) {
            if (fields.get(i).equalsIgnoreCase(name)) {
                return Optional.of(fields.get(i + 1));
            }
        }
        return Optional.empty();
    }

    /** {@return all values of a field in order, empty if it is absent} */
    public List<String> all(String name) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < fields.size(); i += 2) {
            if (fields.get(i).equalsIgnoreCase(name)) {
                values.add(fields.get(i + 1));
            }
        }
        return List.copyOf(values);
    }

    /** Gives each name and value to a consumer, in order. */
    public void forEach(BiConsumer<String, String> consumer) {
        for (int i = 0; i < fields.size(); i += 2) {
            consumer.accept(fields.get(i), fields.get(i + 1));
        }
    }

    @Override
    public String toString() {
        List<String> names = new ArrayList<>();
        forEach((name, value) -> names.add(name.toLowerCase(Locale.ROOT)));
        return names.toString();
    }

    private static boolean isName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c <= ' ' || c >= 127 || c == ':') {
                return false;
            }
        }
        return !name.isEmpty();
    }

    private static boolean isValue(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((c < ' ' && c != '\t') || c == 127) {
                return false;
            }
        }
        return true;
    }

    /** Builds {@link HttpHeaders}. Not thread-safe. */
    public static final class Builder {
        private final ArrayList<String> fields = new ArrayList<>(16);

        private Builder() {}

        /**
         * Adds a field; one of that name is kept beside it.
         *
         * @throws IllegalArgumentException if name or value do not have the form of a field
         */
        public Builder add(String name, String value) {
            if (!isName(name)) {
                throw new IllegalArgumentException("a header name may hold visible ASCII without colon only");
            }
            if (!isValue(value)) {
                throw new IllegalArgumentException("the value of header " + name + " holds a control character");
            }
            fields.add(name);
            fields.add(value);
            return this;
        }

        /** Adds the fields of others, in order. */
        public Builder addAll(HttpHeaders others) {
            fields.addAll(others.fields);
            return this;
        }

        /** {@return the fields} */
        public HttpHeaders build() {
            return fields.isEmpty() ? EMPTY : new HttpHeaders(List.of(fields.toArray(new String[0])));
        }
    }
}

package dk.borgerbro.core.support.xml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The prefixes a codec uses for its namespaces, in writing and in reading alike: {@code memo:Message} means the same to
 * {@link XmlWriter} and {@link XmlReader}, whatever prefix a received document chose. The empty prefix is the default namespace of
 * elements. Immutable and thread-safe.
 */
public final class XmlNamespaces {
    private static final XmlNamespaces NONE = new XmlNamespaces(Map.of());

    private final Map<String, String> uriByPrefix;
    private final Map<String, String> prefixByUri;

    private XmlNamespaces(Map<String, String> uriByPrefix) {
        this.uriByPrefix = Collections.unmodifiableMap(uriByPrefix);
        Map<String, String> reverse = new LinkedHashMap<>();
        uriByPrefix.forEach((prefix, uri) -> reverse.put(uri, prefix));
        this.prefixByUri = Collections.unmodifiableMap(reverse);
    }

    /** {@return no namespaces at all} */
    public static XmlNamespaces none() {
        return NONE;
    }

    /** {@return a first namespace; an empty prefix makes it the default of elements} */
    public static XmlNamespaces of(String prefix, String uri) {
        return NONE.and(prefix, uri);
    }

    /** {@return these namespaces and one more} */
    public XmlNamespaces and(String prefix, String uri) {
        if ((!prefix.isEmpty() && !XmlText.isName(prefix)) || prefix.startsWith("xml")) {
            throw new IllegalArgumentException("not a usable prefix: " + prefix);
        }
        if (uri.isEmpty() || uriByPrefix.containsKey(prefix) || prefixByUri.containsKey(uri)) {
            throw new IllegalArgumentException("prefix or namespace is empty or declared twice: " + prefix + "=" + uri);
        }
        Map<String, String> extended = new LinkedHashMap<>(uriByPrefix);
        extended.put(prefix, uri);
        return new XmlNamespaces(extended);
    }

    /** {@return the namespace of a prefix, null if it is not declared} */
    @Nullable
    String uri(String prefix) {
        return uriByPrefix.get(prefix);
    }

    /** {@return the prefix of a namespace, null if it is not declared} */
    @Nullable
    String prefix(String uri) {
        return prefixByUri.get(uri);
    }

    /** {@return namespaces by prefix, in the order of declaration} */
    Map<String, String> uriByPrefix() {
        return uriByPrefix;
    }
}

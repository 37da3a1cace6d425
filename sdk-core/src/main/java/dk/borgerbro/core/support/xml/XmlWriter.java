package dk.borgerbro.core.support.xml;

import dk.borgerbro.core.error.CallReference;
import dk.borgerbro.core.error.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes one XML 1.0 document in UTF-8 as a stream; nothing but a small buffer is held. Not thread-safe.
 *
 * <p>Elements nest as the lambdas nest, so an end tag cannot be forgotten, and after a failure none is written that would make half a
 * document look whole. All namespaces stand on the root. Values are escaped; a value that XML cannot carry ends in
 * {@link InvalidInputException}, whose finding names the element and not the value.
 *
 * <pre>{@code
 * XmlWriter.write(out, NAMESPACES, "memo:Message", message -> message
 *         .attribute("memoVersion", "1.2")
 *         .element("memo:MessageHeader", header -> header
 *                 .text("memo:label", label)
 *                 .optionalText("memo:notification", notification)));
 * }</pre>
 */
public final class XmlWriter {
    private static final byte[] DECLARATION = Utf8Sink.ascii("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    /** Names come from code, so there are few; the bound only guards against a codec that computes them. */
    private static final int MOST_CACHED_NAMES = 4096;

    private final Utf8Sink out;
    private final XmlNamespaces namespaces;
    private final Map<String, byte[]> encodedNames = new HashMap<>();
    private final Set<String> attributes = new HashSet<>();
    private String[] open = new String[16];
    private byte[][] openEncoded = new byte[16][];
    private int depth;
    private boolean inStartTag;
    private boolean broken;

    private XmlWriter(OutputStream out, XmlNamespaces namespaces) {
        this.out = new Utf8Sink(out);
        this.namespaces = namespaces;
    }

    /**
     * Writes a whole document and flushes, but does not close, the stream.
     *
     * @param root name of the root element
     * @param content what stands in the root
     * @throws IOException if the stream or the content fails; the document is then cut and not well-formed
     * @throws InvalidInputException if a value holds a character that XML cannot carry
     */
    public static void write(OutputStream out, XmlNamespaces namespaces, String root, Content content)
            throws IOException {
        XmlWriter writer = new XmlWriter(out, namespaces);
        writer.out.raw(DECLARATION);
        writer.start(root);
        for (Map.Entry<String, String> namespace : namespaces.uriByPrefix().entrySet()) {
            String prefix = namespace.getKey();
            writer.rawAttribute(
                    (prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix).getBytes(StandardCharsets.UTF_8),
                    namespace.getValue());
        }
        writer.finish(content);
        if (writer.broken) {
            throw new IllegalStateException("a failure inside the document was swallowed; the document is not whole");
        }
        writer.out.flush();
    }

    /** Writes an attribute of the element that was just begun; a name without prefix has no namespace. */
    public XmlWriter attribute(String name, String value) throws IOException {
        if (!inStartTag) {
            throw new IllegalStateException("attribute " + name + " comes after content at " + path());
        }
        if (!attributes.add(name)) {
            throw new IllegalStateException("attribute " + name + " is written twice at " + path());
        }
        rawAttribute(encoded(name), value);
        return this;
    }

    /** Writes an attribute unless the value is absent. */
    public XmlWriter optionalAttribute(String name, @Nullable String value) throws IOException {
        return value == null ? this : attribute(name, value);
    }

    /** Writes an element and what the content writes into it. */
    public XmlWriter element(String name, Content content) throws IOException {
        start(name);
        finish(content);
        return this;
    }

    /** Writes an element without content. */
    public XmlWriter empty(String name) throws IOException {
        closeStartTag();
        out.raw((byte) '<');
        out.raw(encoded(name));
        out.raw((byte) '/');
        out.raw((byte) '>');
        return this;
    }

    /** Writes an element that holds text. */
    public XmlWriter text(String name, String value) throws IOException {
        start(name);
        characters(value);
        end();
        return this;
    }

    /** Writes an element that holds text, unless the value is absent. */
    public XmlWriter optionalText(String name, @Nullable String value) throws IOException {
        return value == null ? this : text(name, value);
    }

    /** Writes text into the current element. */
    public XmlWriter characters(String value) throws IOException {
        closeStartTag();
        int illegal = out.text(value);
        if (illegal >= 0) {
            throw refuse(path(), illegal);
        }
        return this;
    }

    /** Writes an element that holds a stream in base64 without line breaks; reads to the end and does not close. */
    public XmlWriter base64(String name, InputStream in) throws IOException {
        return element(name, element -> element.base64(in));
    }

    /** Writes a stream in base64 without line breaks into the current element; reads to the end and does not close. */
    public XmlWriter base64(InputStream in) throws IOException {
        closeStartTag();
        out.base64(in);
        return this;
    }

    private void start(String name) throws IOException {
        byte[] encoded = encoded(name);
        closeStartTag();
        out.raw((byte) '<');
        out.raw(encoded);
        if (depth == open.length) {
            open = Arrays.copyOf(open, depth * 2);
            openEncoded = Arrays.copyOf(openEncoded, depth * 2);
        }
        open[depth] = name;
        openEncoded[depth++] = encoded;
        inStartTag = true;
        if (!attributes.isEmpty()) {
            attributes.clear();
        }
    }

    private void finish(Content content) throws IOException {
        boolean whole = false;
        try {
            content.write(this);
            whole = true;
        } finally {
            broken |= !whole;
        }
        end();
    }

    private void end() throws IOException {
        byte[] encoded = openEncoded[--depth];
        if (inStartTag) {
            out.raw((byte) '/');
            inStartTag = false;
        } else {
            out.raw((byte) '<');
            out.raw((byte) '/');
            out.raw(encoded);
        }
        out.raw((byte) '>');
    }

    private void closeStartTag() throws IOException {
        if (inStartTag) {
            out.raw((byte) '>');
            inStartTag = false;
        }
    }

    private void rawAttribute(byte[] name, String value) throws IOException {
        out.raw((byte) ' ');
        out.raw(name);
        out.raw((byte) '=');
        out.raw((byte) '"');
        int illegal = out.attribute(value);
        if (illegal >= 0) {
            throw refuse(path() + "/@" + new String(name, StandardCharsets.UTF_8), illegal);
        }
        out.raw((byte) '"');
    }

    private byte[] encoded(String name) {
        byte[] known = encodedNames.get(name);
        if (known != null) {
            return known;
        }
        int colon = name.indexOf(':');
        String prefix = colon < 0 ? "" : name.substring(0, colon);
        boolean declared = colon < 0 || namespaces.uri(prefix) != null || prefix.equals("xml");
        if (!declared || !XmlText.isName(name.substring(colon + 1))) {
            throw new IllegalArgumentException("not a name with a declared prefix: " + name);
        }
        byte[] fresh = name.getBytes(StandardCharsets.UTF_8);
        if (encodedNames.size() < MOST_CACHED_NAMES) {
            encodedNames.put(name, fresh);
        }
        return fresh;
    }

    private InvalidInputException refuse(String path, int index) {
        broken = true;
        return new InvalidInputException(CallReference.local("xml", "write"), List.of(XmlText.illegal(path, index)));
    }

    private String path() {
        return "/" + String.join("/", Arrays.asList(open).subList(0, depth));
    }

    /** What stands in an element. */
    @FunctionalInterface
    public interface Content {
        /**
         * Writes attributes, then text and elements.
         *
         * @throws IOException if the stream or the source of the content fails
         */
        void write(XmlWriter xml) throws IOException;
    }
}

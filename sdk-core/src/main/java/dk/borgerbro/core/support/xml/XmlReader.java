package dk.borgerbro.core.support.xml;

import dk.borgerbro.core.error.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/**
 * Reads one document as a stream, in the shape in which codecs are best read: each element is handed to a lambda that takes its children,
 * its text, or leaves it. Not thread-safe; memory is bounded by {@link XmlLimits}, whatever the size of the document.
 *
 * <p>What a codec leaves is skipped and listed in {@link #ignored()}, so that a new version of a format is noticed without failing on it.
 *
 * <pre>{@code
 * Status status = XmlReader.read(in, NAMESPACES, XmlLimits.STREAM, xml -> {
 *     xml.require("p:Document");
 *     var builder = Status.builder();
 *     xml.eachChild(name -> {
 *         switch (name) {
 *             case "p:MsgId" -> builder.messageId(xml.text());
 *             case "p:CreDtTm" -> builder.created(xml.value("date and time", OffsetDateTime::parse));
 *             case "p:GrpHdr" -> xml.eachChild(...);
 *             default -> {} // listed as ignored
 *         }
 *     });
 *     return builder.build();
 * });
 * }</pre>
 */
public final class XmlReader {
    private final XmlCursor cursor;
    /** Whether the current element's content has not been touched yet. */
    private boolean untouched;
    /** Whether the codec has all that it wants. */
    private boolean stopped;

    private final IgnoredElements ignored = new IgnoredElements();

    private XmlReader(XmlCursor cursor) {
        this.cursor = cursor;
    }

    /**
     * Reads a whole document, from its first byte to its last.
     *
     * @param in read to its end, not closed
     * @param names the prefixes by which the codec calls its namespaces
     * @param body reads the root element, on which the reader stands
     * @return what the body returns
     * @throws XmlReadingException if the document is not well-formed, goes over a limit, or is not what the body wants
     * @throws IOException if the source fails
     */
    public static <T> T read(InputStream in, XmlNamespaces names, XmlLimits limits, Body<T> body) throws IOException {
        try (XmlCursor cursor = new XmlCursor(in, names, limits)) {
            XmlReader reader = new XmlReader(cursor);
            while (cursor.next() != XMLStreamConstants.START_ELEMENT) {
                // comments and processing instructions before the root
            }
            reader.untouched = true;
            T value = body.read(reader);
            reader.leave();
            while (!reader.stopped && cursor.next() != XMLStreamConstants.END_DOCUMENT) {
                // the rest must be well-formed, too
            }
            return value;
        } catch (XMLStreamException e) {
            throw new IllegalStateException("the JDK's XML reader cannot be closed", e);
        }
    }

    /** {@return name of the current element with the codec's prefix; {@code ?:} stands for a namespace the codec does not name} */
    public String name() {
        return cursor.name();
    }

    /** {@return name of the current element without prefix, for services whose namespaces vary by version} */
    public String localName() {
        return cursor.localName();
    }

    /** {@return namespace of the current element, empty if it has none} */
    public String namespace() {
        return cursor.namespace();
    }

    /** {@return where the reader stands, in element names} */
    public String path() {
        return cursor.path();
    }

    /** {@return paths of the elements that nobody read, each once, at most a hundred} */
    public List<String> ignored() {
        return ignored.paths();
    }

    /**
     * Refuses the document unless the current element has this name.
     *
     * @throws XmlReadingException if it has another
     */
    public void require(String name) throws XmlReadingException {
        if (!name.equals(name())) {
            throw fault("XML-STRUCTURE", "expected " + name);
        }
    }

    /**
     * {@return the value of an attribute of the current element}
     *
     * @param name without prefix for an attribute in no namespace
     */
    public Optional<String> attribute(String name) {
        requireUntouched();
        return Optional.ofNullable(cursor.attribute(name));
    }

    /** {@return names of the attributes of the current element, written like those of elements; namespace declarations left out} */
    public List<String> attributeNames() {
        requireUntouched();
        return cursor.attributeNames();
    }

    /**
     * Ends the reading once the lambdas that are at work have returned: what follows is not read, so nothing is known about it, not even
     * whether it is well-formed.
     */
    public void stop() {
        stopped = true;
    }

    /**
     * Hands each child element to a lambda, in order. A child that the lambda does not read is skipped and listed as ignored.
     *
     * @throws XmlReadingException if there is text between the children
     */
    public void eachChild(Child child) throws IOException {
        contents(child, (text, start, length) -> {
            if (!isBlank(text, start, length)) {
                throw cursor.broken(XmlRule.ELEMENTS_ONLY);
            }
        });
    }

    /**
     * Hands over all that is in the current element, in order, whether it belongs there or not: for checks, which report every fault
     * instead of stopping at the first. A child that the lambda does not read is skipped and listed as ignored.
     *
     * @param text takes the text between the children in pieces of any length; not held to the limit of texts
     */
    public void contents(Child child, Text text) throws IOException {
        touch();
        int level = cursor.depth();
        while (!stopped) {
            switch (cursor.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    untouched = true;
                    child.read(cursor.name());
                    leave();
                    if (cursor.depth() != level && !stopped) {
                        throw new IllegalStateException(
                                "the lambda left the reader at another level: " + cursor.path());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    return;
                }
                default -> cursor.passTo(text);
            }
        }
    }

    private static boolean isBlank(char[] text, int start, int length) {
        for (int i = start; i < start + length; i++) {
            if (text[i] > ' ') {
                return false;
            }
        }
        return true;
    }

    /**
     * {@return the text of the current element as it stands, comments left out}
     *
     * @throws XmlReadingException if it has child elements or goes over the limit of texts
     */
    public String text() throws IOException {
        touch();
        StringBuilder text = new StringBuilder();
        while (nextText()) {
            cursor.appendTo(text);
        }
        return text.toString();
    }

    /**
     * {@return the text of the current element, stripped and turned into a value}
     *
     * @param type what it should be, for the finding, such as {@code date}
     * @param parse may throw any unchecked exception, which is not passed on since it may repeat the text
     * @throws XmlReadingException if the text cannot be turned into a value
     */
    public <T> T value(String type, Function<String, T> parse) throws IOException {
        String path = cursor.path();
        String text = text().strip();
        try {
            return parse.apply(text);
        } catch (RuntimeException e) {
            throw cursor.fault(Finding.error("XML-VALUE", path, "is not a valid " + type));
        }
    }

    /**
     * Decodes the base64 text of the current element as a stream, whatever its length and line breaks.
     *
     * @param out not closed
     * @return number of bytes written
     * @throws XmlReadingException if it is not base64
     * @throws IOException if the target fails
     */
    public long base64(OutputStream out) throws IOException {
        touch();
        String path = cursor.path();
        Base64Sink sink = new Base64Sink(out);
        boolean good = true;
        while (good && nextText()) {
            good = cursor.writeTo(sink);
        }
        if (!good || !sink.finish()) {
            throw cursor.broken(XmlRule.BASE64, path);
        }
        return sink.written();
    }

    /** Leaves the current element and all in it, on purpose: it is not listed as ignored. */
    public void skip() throws IOException {
        touch();
        int level = cursor.depth();
        while (cursor.next() != XMLStreamConstants.END_ELEMENT || cursor.depth() >= level) {
            // inside
        }
    }

    /**
     * {@return an error about the current place, to be thrown by the codec}
     *
     * @param rule the codec's rule, as in {@link Finding#rule()}
     * @param message what is wrong, without the value
     */
    public XmlReadingException fault(String rule, String message) {
        return cursor.fault(Finding.error(rule, cursor.path(), message));
    }

    /** Steps over comments and the like; false at the end of the element. */
    private boolean nextText() throws IOException {
        int event = cursor.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
            throw cursor.broken(XmlRule.TEXT_ONLY);
        }
        return event != XMLStreamConstants.END_ELEMENT;
    }

    private void leave() throws IOException {
        if (untouched && !stopped) {
            ignored.add(cursor.path());
            skip();
        }
    }

    private void touch() {
        requireUntouched();
        untouched = false;
    }

    private void requireUntouched() {
        if (!untouched) {
            throw new IllegalStateException("the content of the element was already read at " + cursor.path());
        }
    }

    /** Reads a document, beginning at its root. */
    @FunctionalInterface
    public interface Body<T> {
        /**
         * {@return what the document means}
         *
         * @throws IOException if it is not what was expected
         */
        T read(XmlReader xml) throws IOException;
    }

    /** Reads one child element. */
    @FunctionalInterface
    public interface Child {
        /**
         * Reads the element on which the reader stands, or leaves it.
         *
         * @param name as {@link XmlReader#name()}
         * @throws IOException if it is not what was expected
         */
        void read(String name) throws IOException;
    }

    /** Takes text in pieces. */
    @FunctionalInterface
    public interface Text {
        /**
         * Takes the next piece.
         *
         * @param buffer the parser's own, not to be changed nor kept
         * @throws IOException if it is not what was expected, or the target fails
         */
        void take(char[] buffer, int start, int length) throws IOException;
    }
}

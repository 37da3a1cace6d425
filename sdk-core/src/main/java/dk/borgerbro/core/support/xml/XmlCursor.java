package dk.borgerbro.core.support.xml;

import dk.borgerbro.core.error.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The JDK's stream reader with limits, the codec's names and typed errors. Not thread-safe. */
final class XmlCursor implements AutoCloseable {
    private static final String UNKNOWN_PREFIX = "?:";
    private static final Pattern PERSON_LIKE = Pattern.compile("\\d{6}-?\\d{4}");

    private final GuardedStream guard;
    private final XMLStreamReader stream;
    private final XmlNamespaces names;
    private final XmlLimits limits;
    private final DistinctNames distinct;
    private final Map<String, Map<String, String>> qualified = new HashMap<>();
    private String[] open = new String[16];
    private int depth;

    XmlCursor(InputStream in, XmlNamespaces names, XmlLimits limits) throws IOException {
        this.guard = new GuardedStream(in, limits);
        this.names = names;
        this.limits = limits;
        this.distinct = new DistinctNames(limits);
        try {
            this.stream = SafeXml.stream(guard);
        } catch (XMLStreamException | RuntimeException e) {
            throw ParserFailure.of(guard, e, 1, 1);
        }
        if (stream.getVersion() != null && !"1.0".equals(stream.getVersion())) {
            throw XmlRule.WELL_FORMED.broken("", 1, 1);
        }
    }

    /** Moves on; the depth then counts the elements that are open, the one that just began included and the one that ended not. */
    int next() throws IOException {
        guard.nextPiece();
        int event;
        try {
            event = stream.next();
        } catch (XMLStreamException | RuntimeException e) {
            Location at = stream.getLocation();
            throw ParserFailure.of(guard, e, at.getLineNumber(), at.getColumnNumber());
        }
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> push();
            case XMLStreamConstants.END_ELEMENT -> depth--;
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw broken(XmlRule.DOCTYPE);
            case XMLStreamConstants.PROCESSING_INSTRUCTION -> count(stream.getPITarget());
            default -> {}
        }
        return event;
    }

    private void push() throws XmlReadingException {
        if (depth == limits.depth()) {
            throw broken(XmlRule.DEPTH);
        }
        String local = stream.getLocalName();
        count(local);
        count(stream.getPrefix());
        int attributes = stream.getAttributeCount();
        if (attributes > limits.attributes()) {
            throw broken(XmlRule.ATTRIBUTES);
        }
        for (int i = 0; i < attributes; i++) {
            count(stream.getAttributeLocalName(i));
            count(stream.getAttributePrefix(i));
            if (stream.getAttributeValue(i).length() > limits.textLength()) {
                throw broken(XmlRule.TEXT);
            }
        }
        for (int i = stream.getNamespaceCount() - 1; i >= 0; i--) {
            count(stream.getNamespacePrefix(i));
            count(stream.getNamespaceURI(i));
        }
        if (depth == open.length) {
            open = Arrays.copyOf(open, depth * 2);
        }
        open[depth++] = qualify(namespace(), local);
    }

    private void count(@Nullable String name) throws XmlReadingException {
        XmlRule broken = distinct.add(name);
        if (broken != null) {
            throw broken(broken);
        }
    }

    private String qualify(String uri, String local) {
        Map<String, String> ofNamespace = qualified.get(uri);
        if (ofNamespace == null) {
            ofNamespace = new HashMap<>();
            qualified.put(uri, ofNamespace);
        }
        String known = ofNamespace.get(local);
        if (known == null) {
            known = prefix(uri) + local;
            ofNamespace.put(local, known);
        }
        return known;
    }

    private String prefix(String uri) {
        String prefix = names.prefix(uri);
        if (prefix == null) {
            return uri.isEmpty() && names.uri("") == null ? "" : UNKNOWN_PREFIX;
        }
        return prefix.isEmpty() ? "" : prefix + ":";
    }

    String name() {
        return open[depth - 1];
    }

    String localName() {
        return name().substring(name().indexOf(':') + 1);
    }

    String namespace() {
        String uri = stream.getNamespaceURI();
        return uri == null ? "" : uri;
    }

    int depth() {
        return depth;
    }

    @Nullable
    String attribute(String name) {
        int colon = name.indexOf(':');
        String uri = colon < 0 ? "" : names.uri(name.substring(0, colon));
        String local = name.substring(colon + 1);
        for (int i = 0; i < stream.getAttributeCount(); i++) {
            String actual = stream.getAttributeNamespace(i);
            if (stream.getAttributeLocalName(i).equals(local) && (actual == null ? "" : actual).equals(uri)) {
                return stream.getAttributeValue(i);
            }
        }
        return null;
    }

    List<String> attributeNames() {
        List<String> attributes = new ArrayList<>();
        for (int i = 0; i < stream.getAttributeCount(); i++) {
            String uri = stream.getAttributeNamespace(i);
            String local = stream.getAttributeLocalName(i);
            attributes.add(uri == null || uri.isEmpty() ? local : prefix(uri) + local);
        }
        return attributes;
    }

    private boolean isText() {
        int event = stream.getEventType();
        return event == XMLStreamConstants.CHARACTERS
                || event == XMLStreamConstants.CDATA
                || event == XMLStreamConstants.SPACE;
    }

    void passTo(XmlReader.Text target) throws IOException {
        if (isText()) {
            target.take(stream.getTextCharacters(), stream.getTextStart(), stream.getTextLength());
        }
    }

    void appendTo(StringBuilder text) throws XmlReadingException {
        if (isText()) {
            if (text.length() + stream.getTextLength() > limits.textLength()) {
                throw broken(XmlRule.TEXT);
            }
            text.append(stream.getTextCharacters(), stream.getTextStart(), stream.getTextLength());
        }
    }

    boolean writeTo(Base64Sink sink) throws IOException {
        return !isText() || sink.accept(stream.getTextCharacters(), stream.getTextStart(), stream.getTextLength());
    }

    /** The names of the open elements; names are the sender's, so anything in them that looks like a person is hidden. */
    String path() {
        String path = "/" + String.join("/", Arrays.asList(open).subList(0, depth));
        return PERSON_LIKE.matcher(path).replaceAll("(hidden)");
    }

    XmlReadingException broken(XmlRule rule) {
        return broken(rule, path());
    }

    XmlReadingException broken(XmlRule rule, String path) {
        Location at = stream.getLocation();
        return rule.broken(path, at.getLineNumber(), at.getColumnNumber());
    }

    XmlReadingException fault(Finding finding) {
        Location at = stream.getLocation();
        return new XmlReadingException(finding, at.getLineNumber(), at.getColumnNumber());
    }

    @Override
    public void close() throws XMLStreamException {
        stream.close();
    }
}

package dk.borgerbro.testkit.digitalpost;

import dk.borgerbro.testkit.digitalpost.Refusal.FieldError;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.validation.ValidatorHandler;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * Stands between parser and validator. It chooses the schema by the version that the root names, notes the facts that the service
 * needs, and keeps the documents' content from the validator, which would hold all of it in memory: that is checked
 * here, character by character.
 */
final class MemoFilter extends XMLFilterImpl {
    private static final String CONTENT = "content";
    private static final int LONGEST_FACT = 4096;
    private static final int MOST_FINDINGS = 50;

    private final MemoSchemas schemas;
    private final Map<String, String> prefixes = new LinkedHashMap<>();
    private final Deque<String> path = new ArrayDeque<>();
    private final Map<String, String> facts = new HashMap<>();
    private final List<ReceivedDocument> documents = new ArrayList<>();
    private final List<FieldError> findings = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private Map<String, String> file = new HashMap<>();
    private @Nullable Base64Counter content;
    private String version = "";

    MemoFilter(MemoSchemas schemas) {
        this.schemas = schemas;
    }

    /** {@return texts of the header's elements by path below the root, such as {@code MessageHeader/label}} */
    Map<String, String> facts() {
        return facts;
    }

    List<ReceivedDocument> documents() {
        return documents;
    }

    List<FieldError> findings() {
        return findings;
    }

    String version() {
        return version;
    }

    @Override
    public void startPrefixMapping(String prefix, String uri) throws SAXException {
        if (path.isEmpty()) {
            prefixes.put(prefix, uri);
        } else {
            super.startPrefixMapping(prefix, uri);
        }
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) throws SAXException {
        if (path.isEmpty()) {
            begin(attributes);
        }
        path.addLast(localName);
        text.setLength(0);
        if (localName.equals("File")) {
            file = new HashMap<>();
        }
        content = localName.equals(CONTENT) ? new Base64Counter() : null;
        super.startElement(uri, localName, qName, attributes);
    }

    @Override
    public void characters(char[] characters, int start, int length) throws SAXException {
        if (content != null) {
            content.add(characters, start, length);
            return;
        }
        if (text.length() < LONGEST_FACT) {
            text.append(characters, start, Math.min(length, LONGEST_FACT));
        }
        char[] counted = asCodePoints(characters, start, length);
        super.characters(counted, 0, counted.length);
    }

    @Override
    public void endElement(String uri, String localName, String qName) throws SAXException {
        if (content != null) {
            if (!content.isValid()) {
                findings.add(new FieldError(String.join("/", path), "base64", "the content is not base64", ""));
            }
            file.put("bytes", Long.toString(content.bytes()));
            content = null;
        } else if (path.contains("File")) {
            file.put(localName, text.toString());
        } else if (path.contains("MessageHeader")) {
            // Elements of a list overwrite each other; none of those is asked for.
            facts.put(belowRoot(), text.toString());
        }
        if (localName.equals("File")) {
            documents.add(document());
        }
        if (localName.equals("MessageBody")) {
            facts.put("MessageBody", "");
        }
        text.setLength(0);
        super.endElement(uri, localName, qName);
        path.removeLast();
    }

    private void begin(Attributes attributes) throws SAXException {
        String wanted = attributes.getValue("", "memoVersion");
        version = MemoSchemas.versionOf(wanted == null ? "" : wanted)
                .orElseThrow(() -> new Refusal(
                        400, "memo.version.unknown", "the attribute memoVersion must be there and say 1.1 or 1.2"));
        ValidatorHandler validator = schemas.of(version).newValidatorHandler();
        validator.setErrorHandler(new Findings());
        setContentHandler(validator);
        validator.startDocument();
        for (Map.Entry<String, String> prefix : prefixes.entrySet()) {
            validator.startPrefixMapping(prefix.getKey(), prefix.getValue());
        }
    }

    private ReceivedDocument document() {
        List<String> names = List.copyOf(path);
        String kind = names.get(names.size() - 2);
        return new ReceivedDocument(
                kind,
                file.getOrDefault("filename", ""),
                file.getOrDefault("encodingFormat", ""),
                Long.parseLong(file.getOrDefault("bytes", "0")));
    }

    private String belowRoot() {
        return String.join("/", List.copyOf(path).subList(1, path.size()));
    }

    /** Lengths are counted in characters; the JDK's validator would count half of an emoji as one. */
    private static char[] asCodePoints(char[] characters, int start, int length) {
        StringBuilder counted = new StringBuilder(length);
        for (int i = start; i < start + length; i++) {
            if (!Character.isLowSurrogate(characters[i])) {
                counted.append(Character.isHighSurrogate(characters[i]) ? '\uFFFD' : characters[i]);
            }
        }
        char[] result = new char[counted.length()];
        counted.getChars(0, result.length, result, 0);
        return result;
    }

    /** Collects what the validator says; it goes on after an error, so all are found at once. */
    private final class Findings implements ErrorHandler {
        @Override
        public void warning(SAXParseException warning) {}

        @Override
        public void error(SAXParseException error) {
            if (findings.size() < MOST_FINDINGS) {
                findings.add(SchemaError.read(String.join("/", path), String.valueOf(error.getMessage())));
            }
        }

        @Override
        public void fatalError(SAXParseException error) throws SAXException {
            throw error;
        }
    }
}

package dk.borgerbro.digitalpost.internal.memo;

import dk.borgerbro.core.support.xml.XmlReader;
import dk.borgerbro.digitalpost.memo.MemoVersion;
import java.io.IOException;

/**
 * Reads elements by the grammar into nodes, the contents of files left out, and reports what the schema does not allow (V03, V08).
 * Nothing stops it but XML that is none, and messages that are nothing but overhead.
 */
final class TreeReader {
    /** Elements and characters, contents of files left out: many times what a real message has, and little enough to be held. */
    private static final int MOST_ELEMENTS = 50_000;

    private static final int MOST_CHARACTERS = 4_000_000;

    private final XmlReader xml;
    private final Oddities oddities;
    private final Values values;
    private final ContentReader contents;
    private final boolean headerOnly;
    private MemoVersion version = MemoVersion.V1_2;
    private int elementsLeft = MOST_ELEMENTS;
    private int charactersLeft = MOST_CHARACTERS;

    TreeReader(XmlReader xml, Oddities oddities, ContentReader contents, boolean headerOnly) {
        this.xml = xml;
        this.oddities = oddities;
        this.values = new Values(oddities);
        this.contents = contents;
        this.headerOnly = headerOnly;
    }

    Node root() {
        return new Node("memo:Message", Place.root("memo:Message"), values);
    }

    /** Reads the message into its node, whose attributes have been looked at. */
    void message(Node root, MemoVersion version) throws IOException {
        this.version = version;
        children(root, Grammar.MESSAGE);
    }

    private void children(Node node, Sequence sequence) throws IOException {
        SequenceCheck check = new SequenceCheck(node.place(), sequence, version, oddities);
        StrayText stray = new StrayText();
        xml.contents(
                name -> {
                    countElement();
                    Place place = check.admit(name);
                    if (place == null) {
                        xml.skip();
                    } else {
                        child(node, sequence.parts().get(sequence.position(name)), place);
                    }
                },
                stray);
        if (stray.found) {
            oddities.error("V08", node.place(), "holds text between its elements; take it away");
        }
        check.end();
    }

    private void child(Node parent, Part part, Place place) throws IOException {
        if (headerOnly && part.name().equals("memo:MessageBody")) {
            xml.skip();
            return;
        }
        Node node = new Node(part.name(), place, values);
        parent.add(node);
        noAttributes(place);
        XmlType type = part.type();
        if (type instanceof Sequence inner) {
            children(node, inner);
        } else if (type instanceof FileContent) {
            node.setContent(contents.read(xml, parent, place));
        } else {
            String text = text(place);
            node.setText(type instanceof TextKind kind && kind.collapses() ? text.trim() : text);
        }
        if (headerOnly && part.name().equals("memo:MessageHeader")) {
            xml.stop();
        }
    }

    private void countElement() throws IOException {
        if (--elementsLeft < 0) {
            throw xml.fault("XML-LIMIT", "the message has more elements than the limit");
        }
    }

    private void noAttributes(Place place) {
        for (String name : xml.attributeNames()) {
            if (!isSchemaHint(name)) {
                oddities.error("V08", place.stranger("@" + Place.local(name)), "is not known here; leave it out");
            }
        }
    }

    static boolean isSchemaHint(String attribute) {
        return attribute.equals("xsi:schemaLocation") || attribute.equals("xsi:noNamespaceSchemaLocation");
    }

    private String text(Place place) throws IOException {
        StringBuilder text = new StringBuilder();
        xml.contents(
                name -> {
                    oddities.error("V08", place.stranger(name), "stands where only text is allowed; take it away");
                    xml.skip();
                },
                (buffer, start, length) -> {
                    charactersLeft -= length;
                    if (charactersLeft < 0) {
                        throw xml.fault("XML-LIMIT", "the message has more text outside its files than the limit");
                    }
                    text.append(buffer, start, length);
                });
        return text.toString();
    }

    /** Looks for anything but white space. */
    private static final class StrayText implements XmlReader.Text {
        private boolean found;

        @Override
        public void take(char[] buffer, int start, int length) {
            for (int i = start; i < start + length; i++) {
                found |= buffer[i] > ' ';
            }
        }
    }
}

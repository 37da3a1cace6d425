package dk.borgerbro.digitalpost.internal.memo;

import dk.borgerbro.core.error.CallReference;
import dk.borgerbro.core.error.Finding;
import dk.borgerbro.core.support.xml.XmlLimits;
import dk.borgerbro.core.support.xml.XmlReader;
import dk.borgerbro.core.support.xml.XmlReadingException;
import dk.borgerbro.digitalpost.memo.ContentSink;
import dk.borgerbro.digitalpost.memo.Message;
import dk.borgerbro.digitalpost.memo.ReadHeader;
import dk.borgerbro.digitalpost.memo.ReadMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One reading of one message: from XML to nodes, and from nodes to the model. Not thread-safe. */
public final class MemoReading {
    private static final CallReference READ = CallReference.local("digitalpost", "read memo");
    private static final String ROOT = "memo:Message";

    private final Oddities oddities = new Oddities();
    private final BodyFromXml body = new BodyFromXml();
    private final ContentReader contents;
    private @Nullable Node root;
    private VersionCheck version = VersionCheck.UNKNOWN;

    MemoReading(ContentSink sink) {
        this.contents = new ContentReader(sink, oddities);
    }

    /**
     * Reads a whole message.
     *
     * @throws dk.borgerbro.core.error.InvalidMessageException if it is no XML or no MeMo
     * @throws IOException if the stream or the sink fails
     */
    public static ReadMessage message(InputStream in, ContentSink sink) throws IOException {
        MemoReading reading = new MemoReading(sink);
        reading.tree(in, false);
        Message message = reading.model();
        return new ReadMessage(message, reading.findings(List.of()));
    }

    /**
     * Reads as far as the header goes.
     *
     * @throws dk.borgerbro.core.error.InvalidMessageException if it is no XML or no MeMo up to there
     * @throws IOException if the stream fails
     */
    public static ReadHeader header(InputStream in) throws IOException {
        MemoReading reading = new MemoReading(ContentSink.skip());
        Node root = reading.tree(in, true);
        return new ReadHeader(
                HeaderFromXml.header(root.part("memo:MessageHeader")),
                reading.version.version(),
                reading.findings(List.of()));
    }

    private Node tree(InputStream in, boolean headerOnly) throws IOException {
        try {
            return parse(in, headerOnly);
        } catch (XmlReadingException e) {
            throw e.asInvalidMessage(READ);
        }
    }

    Node parse(InputStream in, boolean headerOnly) throws IOException {
        return XmlReader.read(in, MemoNames.READING, XmlLimits.STREAM, xml -> {
            xml.require(ROOT);
            TreeReader tree = new TreeReader(xml, oddities, contents, headerOnly);
            Node message = tree.root();
            root = message;
            version = VersionCheck.of(xml, message.place(), oddities);
            tree.message(message, version.version());
            return message;
        });
    }

    /** {@return the message as far as it was understood} */
    Message model() {
        Node message = root();
        Message.Builder model = Message.builder(HeaderFromXml.header(message.part("memo:MessageHeader")))
                .version(version.version());
        message.part("memo:MessageBody", node -> model.body(body.body(node)));
        return model.build();
    }

    /** {@return what was odd and after that what rules found} */
    List<Finding> findings(List<Finding> rules) {
        return oddities.with(rules);
    }

    Node root() {
        Node read = root;
        if (read == null) {
            throw new IllegalStateException("nothing was read");
        }
        return read;
    }

    boolean hasRoot() {
        return root != null;
    }

    VersionCheck version() {
        return version;
    }

    FileSizes sizes() {
        return body;
    }

    long contentBytes() {
        return contents.bytes();
    }
}

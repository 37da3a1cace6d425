package dk.borgerbro.digitalpost.internal.memo;

import dk.borgerbro.core.support.xml.XmlWriter;
import dk.borgerbro.digitalpost.memo.File;
import dk.borgerbro.digitalpost.memo.MemoVersion;
import dk.borgerbro.digitalpost.memo.Message;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Writes a message as XML. */
final class XmlSink implements MemoSink {
    private static final String SCHEMA_VERSION_1_1 = "1.1.0";

    private final XmlWriter xml;
    private final Contents contents;

    private XmlSink(XmlWriter xml, Contents contents) {
        this.xml = xml;
        this.contents = contents;
    }

    /** Writes a whole message; flushes the stream and does not close it. */
    static void write(Message message, OutputStream out, Contents contents) throws IOException {
        XmlWriter.write(out, MemoNames.NAMESPACES, "memo:Message", xml -> {
            xml.attribute("memoVersion", message.version().text());
            if (message.version() == MemoVersion.V1_1) {
                xml.attribute("memoSchVersion", SCHEMA_VERSION_1_1);
            }
            MessageWalk.walk(message, new XmlSink(xml, contents));
        });
    }

    @Override
    public void element(String name, int index, Body body) throws IOException {
        xml.element(name, inside -> body.feed());
    }

    @Override
    public void text(String name, TextKind kind, @Nullable String value) throws IOException {
        xml.optionalText(name, value);
    }

    @Override
    public void content(String name, File file) throws IOException {
        contents.write(xml, name, file);
    }

    /** Writes what stands in a content element. */
    @FunctionalInterface
    interface Contents {
        void write(XmlWriter xml, String name, File file) throws IOException;
    }
}

package dk.borgerbro.digitalpost.internal.memo;

import dk.borgerbro.core.support.xml.XmlWriter;
import dk.borgerbro.digitalpost.memo.File;
import dk.borgerbro.digitalpost.memo.Message;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.OptionalLong;

/** A message as bytes: writing them and knowing beforehand how many there will be. */
public final class MemoXml {
    private MemoXml() {}

    /** Writes a message; a document that has another size than its source says fails the writing. */
    public static void write(Message message, OutputStream out) throws IOException {
        write(message, out, file -> file.content().size());
    }

    /** Writes a message whose documents were measured before. */
    public static void write(Message message, OutputStream out, FileSizes sizes) throws IOException {
        XmlSink.write(message, out, (xml, name, file) -> writeContent(xml, name, file, sizes.of(file)));
    }

    /** {@return the exact length in bytes; a document is read only if its size is not known} */
    public static long length(Message message) throws IOException {
        return length(message, new KnownSizes());
    }

    /**
     * {@return the exact length in bytes}
     *
     * @param sizes must know all
     */
    public static long length(Message message, FileSizes sizes) throws IOException {
        CountingStream count = new CountingStream();
        XmlSink.write(message, count, (xml, name, file) -> {
            long size = sizes.of(file).orElseThrow(() -> new IOException("the size of a document is not known"));
            // A single character keeps start and end tag apart, as they are around the real content.
            xml.text(name, "-");
            count.add(encodedLength(size) - 1);
        });
        return count.count();
    }

    static long encodedLength(long size) {
        return (size + 2) / 3 * 4;
    }

    private static void writeContent(XmlWriter xml, String name, File file, OptionalLong size) throws IOException {
        try (InputStream in = file.content().open()) {
            xml.base64(name, size.isPresent() ? new ExactStream(in, size.getAsLong()) : in);
        }
    }
}

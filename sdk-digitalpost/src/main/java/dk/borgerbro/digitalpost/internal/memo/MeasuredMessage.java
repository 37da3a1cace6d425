package dk.borgerbro.digitalpost.internal.memo;

import dk.borgerbro.digitalpost.memo.File;
import dk.borgerbro.digitalpost.memo.Message;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.OptionalLong;

/**
 * The documents of a message read through once, before anything is sent: their sizes, so that the length can be announced, and their
 * digests, so that a business key that is used for other content is noticed.
 */
public final class MeasuredMessage implements FileSizes {
    private final IdentityHashMap<File, Measure> measures = new IdentityHashMap<>();

    private MeasuredMessage() {}

    /**
     * {@return the measures of a message's documents}
     *
     * @throws IOException if a document cannot be read
     */
    public static MeasuredMessage of(Message message) throws IOException {
        MeasuredMessage measured = new MeasuredMessage();
        for (File file : MessageFiles.of(message)) {
            if (!measured.measures.containsKey(file)) {
                measured.measures.put(file, Measure.of(file));
            }
        }
        return measured;
    }

    @Override
    public OptionalLong of(File file) {
        Measure measure = measures.get(file);
        return measure == null ? OptionalLong.empty() : OptionalLong.of(measure.size);
    }

    /**
     * {@return SHA-256 in lower-case hex over the message with each document replaced by its own digest}
     *
     * @param message has the documents that were measured; ids and times that differ between repeats must be made equal before
     */
    public String digest(Message message) throws IOException {
        MessageDigest digest = sha256();
        XmlSink.write(
                message,
                new DigestOutputStream(OutputStream.nullOutputStream(), digest),
                (xml, name, file) -> xml.text(name, measure(file).digest));
        return HexFormat.of().formatHex(digest.digest());
    }

    private Measure measure(File file) throws IOException {
        Measure measure = measures.get(file);
        if (measure == null) {
            throw new IOException("a document was not measured");
        }
        return measure;
    }

    /** {@return a fresh SHA-256 digest} */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private record Measure(long size, String digest) {
        static Measure of(File file) throws IOException {
            MessageDigest digest = sha256();
            long size = 0;
            byte[] buffer = new byte[64 * 1024];
            try (InputStream in = file.content().open()) {
                int read;
                while ((read = in.read(buffer)) >= 0) {
                    digest.update(buffer, 0, read);
                    size += read;
                }
            }
            return new Measure(size, HexFormat.of().formatHex(digest.digest()));
        }
    }
}

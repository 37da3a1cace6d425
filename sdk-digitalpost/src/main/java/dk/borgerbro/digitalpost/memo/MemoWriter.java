package dk.borgerbro.digitalpost.memo;

import dk.borgerbro.digitalpost.internal.memo.MemoXml;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes a message as MeMo XML in UTF-8, as a stream: documents are read and encoded a block at a time. Pure and thread-safe; checks
 * nothing, so let {@link MemoValidator} look at the message first.
 *
 * <p>What MeMo 1.1 does not know (representatives) is left out of a message of that version; rule V09 reports it.
 */
public final class MemoWriter {
    private MemoWriter() {}

    /**
     * Writes a message in its own version. The same message always gives the same bytes.
     *
     * @param out flushed, not closed
     * @throws IOException if a document cannot be read, does not have the size that its source told, or the stream fails
     * @throws dk.borgerbro.core.error.InvalidInputException if a text holds a character that XML cannot carry
     */
    public static void write(Message message, OutputStream out) throws IOException {
        MemoXml.write(message, out);
    }

    /**
     * {@return how many bytes {@link #write} will write, exactly}
     *
     * <p>Computed without opening the documents, except those whose source does not tell its size.
     *
     * @throws IOException if a document's size cannot be found out
     */
    public static long length(Message message) throws IOException {
        return MemoXml.length(message);
    }
}

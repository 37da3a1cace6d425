package dk.borgerbro.digitalpost.memo;

import dk.borgerbro.digitalpost.internal.memo.MemoReading;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads MeMo 1.1 and 1.2 as a stream: the contents of files go to a {@link ContentSink} decoded, a piece at a time, so that memory stays
 * small whatever the size of the message. Pure and thread-safe.
 *
 * <p>Reading is lenient, since a message that has arrived must be handled. What is not known or not as it should be is in
 * {@link ReadMessage#findings()}, with the rule ids of {@link MemoValidator} and V01 to V03, and V08 for all that the schema does not
 * allow. Codes that nobody knows are kept. What is missing or unreadable, though the model demands it, stands as an empty text, the UUID
 * of zeros or the beginning of 1970, with a finding that names it; a time without a zone is taken for UTC. To know whether a message
 * keeps all rules, use {@link MemoChecker}.
 *
 * <p>Refused are documents that are not well-formed, have a document type, a root other than {@code Message}, more than 256 MiB, or
 * more than 50,000 elements or 4 million characters outside the files.
 */
public final class MemoReader {
    private MemoReader() {}

    /**
     * Reads a whole message.
     *
     * <pre>{@code
     * ReadMessage read = MemoReader.read(in, ContentSink.intoFolder(folder));
     * read.message().header().label();
     * }</pre>
     *
     * @param in read to its end, not closed
     * @param sink says for each file where its content goes
     * @throws dk.borgerbro.core.error.InvalidMessageException if it is no XML or no MeMo; its sender must act. What the sink has got by
     *     then is incomplete
     * @throws IOException if the stream or the sink fails
     */
    public static ReadMessage read(InputStream in, ContentSink sink) throws IOException {
        return MemoReading.message(in, sink);
    }

    /**
     * Reads the header and stops there: documents are not touched, and what follows the header may be anything.
     *
     * @param in read not much further than the header, not closed
     * @throws dk.borgerbro.core.error.InvalidMessageException if it is no XML or no MeMo as far as it was read
     * @throws IOException if the stream fails
     */
    public static ReadHeader header(InputStream in) throws IOException {
        return MemoReading.header(in);
    }
}

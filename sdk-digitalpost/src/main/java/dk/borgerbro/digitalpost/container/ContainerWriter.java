package dk.borgerbro.digitalpost.container;

import dk.borgerbro.digitalpost.MemoFile;
import dk.borgerbro.digitalpost.internal.container.ContainerWriting;
import dk.borgerbro.digitalpost.memo.Message;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes one container ({@code .tar.lzma}) as a stream: messages are written while they are added, so that memory does not grow with
 * their number or size, the ids apart. Takes about 20 MiB while it works. Not thread-safe; several containers may be written at the same
 * time.
 *
 * <pre>{@code
 * ContainerWriter.write(out, container -> {
 *     for (Message letter : letters) {
 *         container.add(letter);
 *     }
 * });
 * }</pre>
 *
 * <p>Checks nothing in the messages, so let {@link dk.borgerbro.digitalpost.memo.MemoValidator} look at each first. The same messages
 * give the same bytes. Entries are named {@code <messageUUID>.xml}; the compression announces a dictionary of 8 MiB, which is one that
 * the agency's own reader takes.
 */
public final class ContainerWriter {
    private final ContainerWriting writing;

    private ContainerWriter(ContainerWriting writing) {
        this.writing = writing;
    }

    /**
     * Writes a container with all that the filler adds. If anything fails, the container is left cut off, so that nobody takes half a
     * batch for a whole one.
     *
     * @param out flushed, not closed; needs no buffer
     * @param filler adds the messages
     * @throws IOException if the stream or the filler fails, or a document cannot be read or changed its size
     * @throws dk.borgerbro.core.error.InvalidInputException if the filler added nothing
     */
    public static void write(OutputStream out, Filler filler) throws IOException {
        ContainerWriting writing = new ContainerWriting(out);
        filler.fill(new ContainerWriter(writing));
        writing.finish();
    }

    /**
     * Adds a message, in its own version.
     *
     * @throws dk.borgerbro.core.error.InvalidInputException if a message of this id was added before, or a text holds a character that
     *     XML cannot carry; the container is unharmed and more may be added
     * @throws IOException if a document cannot be read or the stream fails; the container cannot be finished any more, unless the fault
     *     is that a document's size could not be found out
     */
    public void add(Message message) throws IOException {
        writing.add(message);
    }

    /**
     * Adds a finished message, byte for byte.
     *
     * @throws dk.borgerbro.core.error.InvalidInputException if a message of this id was added before; the container is unharmed
     * @throws IOException if the message cannot be read or the stream fails; the container cannot be finished any more
     */
    public void add(MemoFile memo) throws IOException {
        writing.add(memo);
    }

    /** {@return how many messages were added} */
    public int messages() {
        return writing.messages();
    }

    /** {@return how many bytes the messages take so far, before compression: to begin another container in time} */
    public long messageBytes() {
        return writing.messageBytes();
    }

    /** Adds messages to a container. */
    @FunctionalInterface
    public interface Filler {
        /**
         * Adds all messages; the container is finished when this returns.
         *
         * @throws IOException to give up; the container is then left cut off
         */
        void fill(ContainerWriter container) throws IOException;
    }
}

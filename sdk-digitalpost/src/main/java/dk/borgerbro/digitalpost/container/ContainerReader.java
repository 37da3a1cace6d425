package dk.borgerbro.digitalpost.container;

import dk.borgerbro.digitalpost.internal.container.ContainerReading;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads containers ({@code .tar.lzma}) as a stream, one message after the other; memory depends on the dictionary of the compression
 * only. Immutable and thread-safe.
 *
 * <pre>{@code
 * ReadContainer all = ContainerReader.create().read(in, entry -> {
 *     ReadMessage read = MemoReader.read(entry.content(), sink);
 *     store(read.message());
 * });
 * }</pre>
 *
 * <p>A bad entry does not lose the others: one that is no plain file, is too large, or has a name that leads out of its folder is left
 * out and reported; so is one whose visitor ends in an {@link dk.borgerbro.core.error.InvalidMessageException} or
 * {@link dk.borgerbro.core.error.InvalidInputException}, as {@link dk.borgerbro.digitalpost.memo.MemoReader} does. A fault of the
 * container itself ends the reading, after all messages before it have been visited.
 *
 * <p>Rules, by the ids that findings carry: LZMA-FORMAT another compression or none · LZMA-DICTIONARY a dictionary over the limit ·
 * LZMA-DATA damaged compression · TAR-DATA a damaged archive, or none · TAR-END cut off · TAR-EMPTY no message · TAR-LIMIT over a limit
 * · TAR-PATH a name that leads elsewhere · TAR-KIND a link, device or the like · TAR-TRAILING much after the end.
 */
public final class ContainerReader {
    private final ContainerLimits limits;

    private ContainerReader(ContainerLimits limits) {
        this.limits = limits;
    }

    /** {@return a reader with the default limits} */
    public static ContainerReader create() {
        return new ContainerReader(ContainerLimits.defaults());
    }

    /** {@return this reader with other limits} */
    public ContainerReader withLimits(ContainerLimits other) {
        return new ContainerReader(other);
    }

    /** {@return the limits} */
    public ContainerLimits limits() {
        return limits;
    }

    /**
     * Visits each message in the order of the container.
     *
     * @param in read to the end of the container and not much further, not closed; needs no buffer
     * @param visitor called in this thread
     * @return what was read, if the container is whole; bad entries are in its findings
     * @throws dk.borgerbro.core.error.InvalidInputException if it is no container, is damaged or cut off, or goes over a limit. Its
     *     findings are those of the entries before the fault and, last, the fault. Whoever made the container must act
     * @throws IOException if the stream or the visitor fails
     */
    public ReadContainer read(InputStream in, ContainerVisitor visitor) throws IOException {
        return ContainerReading.read(in, limits, visitor);
    }
}

package dk.borgerbro.digitalpost.memo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * The content of a file as a source that can be opened again and again, so that no document lies in memory and a failed call can be
 * repeated. Must give the same bytes each time and be usable from several threads.
 *
 * <p>Any {@code () -> stream} is one. Where the size is known, {@link #of(long, ContentSource)} tells it, and a document that is too
 * large is refused before it is read.
 */
@FunctionalInterface
public interface ContentSource {
    /**
     * {@return the content from its beginning, closed by whoever opened it}
     *
     * @throws IOException if it cannot be opened
     */
    InputStream open() throws IOException;

    /**
     * {@return the size in bytes, if it is known without reading}
     *
     * @throws IOException if it cannot be found out
     */
    default OptionalLong size() throws IOException {
        return OptionalLong.empty();
    }

    /** {@return the content of a file on disk, which must not change while it is sent} */
    static ContentSource of(Path path) {
        return new PathContent(path);
    }

    /** {@return content that lies in memory; copied} */
    static ContentSource of(byte[] content) {
        return new BytesContent(content.clone());
    }

    /**
     * {@return a source of known size}
     *
     * @param size bytes; a source that gives more or fewer fails when it is sent
     * @param source opens the content
     */
    static ContentSource of(long size, ContentSource source) {
        return new SizedContent(size, source);
    }
}

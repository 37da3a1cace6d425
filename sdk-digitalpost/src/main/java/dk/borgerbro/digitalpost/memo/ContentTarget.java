package dk.borgerbro.digitalpost.memo;

import java.io.IOException;
import java.io.OutputStream;

/** Where the content of one file goes while a message is read, and where it is found afterwards. */
public interface ContentTarget {
    /**
     * {@return takes the content, decoded; closed by the reader, also when reading fails}
     *
     * @throws IOException if it cannot be opened, which ends the reading
     */
    OutputStream open() throws IOException;

    /** {@return the content for {@link File#content()}, asked for once the stream is closed} */
    ContentSource content();
}

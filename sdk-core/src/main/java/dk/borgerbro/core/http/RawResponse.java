package dk.borgerbro.core.http;

import java.io.IOException;
import java.io.InputStream;

/** One HTTP answer, its body still on the wire. Must be closed; not thread-safe. */
public interface RawResponse extends AutoCloseable {
    /** {@return the status code} */
    int status();

    /** {@return the header fields} */
    HttpHeaders headers();

    /**
     * {@return the body after content decoding, empty if there is none; read once}
     *
     * @throws IOException if it cannot be read
     */
    InputStream body() throws IOException;

    /** Frees the connection: for reuse if the body was read to its end, else it is cut. */
    @Override
    void close() throws IOException;
}

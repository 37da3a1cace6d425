package dk.borgerbro.core.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.OptionalLong;

/** A request body that is written as a stream, never held whole. */
public interface HttpBody {
    /** {@return media type, as in {@code Content-Type}} */
    String contentType();

    /** {@return length in bytes if it is known without writing; a body of unknown length is sent in chunks} */
    OptionalLong length();

    /** {@return whether {@link #writeTo} may be called again and writes the same bytes; only such bodies are repeated} */
    boolean isRepeatable();

    /**
     * Writes the whole body.
     *
     * @param out must not be closed by this method
     * @throws IOException if the source cannot be read or the connection fails
     */
    void writeTo(OutputStream out) throws IOException;

    /**
     * {@return a repeatable body}
     *
     * @param contentType media type
     * @param content copied
     */
    static HttpBody of(String contentType, byte[] content) {
        return new BytesBody(contentType, content.clone());
    }
}

package dk.borgerbro.core.internal.http;

import dk.borgerbro.core.http.HttpBody;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;

/**
 * A request body as HttpClient sees it.
 *
 * <p>HttpClient closes the stream that it lends even if writing failed, and closing ends a chunked message: half a letter would
 * arrive as a whole one. So the connection is cut first.
 */
final class BodyEntity extends AbstractHttpEntity {
    private final HttpBody body;
    private final Cancellable connection;

    BodyEntity(HttpBody body, Cancellable connection) {
        super(body.contentType(), null, body.length().isEmpty());
        this.body = body;
        this.connection = connection;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        boolean whole = false;
        try {
            body.writeTo(out);
            whole = true;
        } finally {
            if (!whole) {
                connection.cancel();
            }
        }
    }

    @Override
    public long getContentLength() {
        return body.length().orElse(-1);
    }

    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public boolean isStreaming() {
        return false;
    }

    @Override
    public InputStream getContent() {
        throw new UnsupportedOperationException("request bodies are only written");
    }

    @Override
    public void close() {}
}

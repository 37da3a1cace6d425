package dk.borgerbro.core.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.OptionalLong;

/** A small body that lies in memory. */
final class BytesBody implements HttpBody {
    private final String contentType;
    private final byte[] content;

    BytesBody(String contentType, byte[] content) {
        this.contentType = contentType;
        this.content = content;
    }

    @Override
    public String contentType() {
        return contentType;
    }

    @Override
    public OptionalLong length() {
        return OptionalLong.of(content.length);
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        out.write(content);
    }
}

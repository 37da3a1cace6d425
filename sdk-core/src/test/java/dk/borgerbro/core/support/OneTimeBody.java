package dk.borgerbro.core.support;

import dk.borgerbro.core.http.HttpBody;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/** A body of unknown length that can be written once. */
final class OneTimeBody implements HttpBody {
    private final String text;
    private boolean written;

    OneTimeBody(String text) {
        this.text = text;
    }

    @Override
    public String contentType() {
        return "text/plain";
    }

    @Override
    public OptionalLong length() {
        return OptionalLong.empty();
    }

    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        if (written) {
            throw new IOException("written twice");
        }
        written = true;
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}

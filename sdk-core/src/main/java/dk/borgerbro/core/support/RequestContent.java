package dk.borgerbro.core.support;

import dk.borgerbro.core.http.HttpBody;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A request's body with a memory: whether writing began, whether the source failed rather than the connection, and whether the
 * declared length was reached. From that follows what may have happened and whether the body can be sent again. Not thread-safe.
 */
final class RequestContent implements HttpBody {
    private final HttpBody source;
    private boolean touched;
    private boolean wireFailed;
    private boolean whole;
    private long written;
    private @Nullable Exception sourceFault;

    RequestContent(HttpBody source) {
        this.source = source;
    }

    @Override
    public String contentType() {
        return source.contentType();
    }

    @Override
    public OptionalLong length() {
        return source.length();
    }

    @Override
    public boolean isRepeatable() {
        return source.isRepeatable();
    }

    /** {@return whether it can be sent (again)} */
    boolean isSendable() {
        return !touched || source.isRepeatable();
    }

    /** {@return whether the service may have got all of it, whatever happened then} */
    boolean isWhole() {
        return whole;
    }

    /** {@return why the source could not be read to its end, null if that is not what happened} */
    @Nullable
    Exception sourceFault() {
        return sourceFault;
    }

    /** Forgets how an earlier try ended. */
    void begin() {
        written = 0;
        wireFailed = false;
        whole = false;
        sourceFault = null;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        touched = true;
        begin();
        try {
            source.writeTo(new Wire(out));
            long declared = source.length().orElse(written);
            if (written != declared) {
                throw new IOException("the content has " + written + " bytes, but declared " + declared);
            }
            whole = true;
        } catch (IOException | RuntimeException e) {
            whole = source.length().isPresent() && written >= source.length().getAsLong();
            if (!wireFailed && !whole) {
                sourceFault = e;
            }
            throw e;
        }
    }

    private final class Wire extends FilterOutputStream {
        Wire(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            try {
                out.write(b);
            } catch (IOException e) {
                wireFailed = true;
                throw e;
            }
            written++;
        }

        @Override
        public void write(byte[] buffer, int offset, int length) throws IOException {
            try {
                out.write(buffer, offset, length);
            } catch (IOException e) {
                wireFailed = true;
                throw e;
            }
            written += length;
        }

        @Override
        public void flush() throws IOException {
            try {
                out.flush();
            } catch (IOException e) {
                wireFailed = true;
                throw e;
            }
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}

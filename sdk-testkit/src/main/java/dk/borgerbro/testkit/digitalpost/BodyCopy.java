package dk.borgerbro.testkit.digitalpost;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Counts what is read and keeps a copy of it, as long as it is small. Used by one thread. */
final class BodyCopy extends FilterInputStream {
    private static final int MOST_KEPT = 1 << 20;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private long length;

    BodyCopy(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int wanted) throws IOException {
        int got = super.read(bytes, offset, wanted);
        if (got > 0) {
            length += got;
            if (length <= MOST_KEPT) {
                kept.write(bytes, offset, got);
            } else {
                kept.reset();
            }
        }
        return got;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** The parser closes its input; the server wants it open. */
    @Override
    public void close() {}

    void readToEnd() throws IOException {
        transferTo(OutputStream.nullOutputStream());
    }

    long length() {
        return length;
    }

    /** {@return the text, or null if it was more than a megabyte} */
    @Nullable
    String text() {
        return length <= MOST_KEPT ? kept.toString(StandardCharsets.UTF_8) : null;
    }
}

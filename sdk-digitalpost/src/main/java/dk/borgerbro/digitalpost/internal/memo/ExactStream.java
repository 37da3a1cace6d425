package dk.borgerbro.digitalpost.internal.memo;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Fails if a source gives more or fewer bytes than were counted: the length has been announced, and the digest taken, by then. */
public final class ExactStream extends FilterInputStream {
    private long left;

    /** Wraps a source that must give exactly this many bytes. */
    public ExactStream(InputStream in, long size) {
        super(in);
        this.left = size;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        if (read < 0 ? left > 0 : read > left) {
            throw new IOException("a document changed its size while the message was written");
        }
        left -= Math.max(read, 0);
        return read;
    }

    @Override
    public long skip(long count) throws IOException {
        throw new IOException("a document is read in full");
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}

package dk.borgerbro.core.internal.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** A gzip body (RFC 1952) as plain content. At its end it reads the wire to its end too, so that the connection can be kept. */
final class GzipBody extends FilterInputStream {
    private static final int REST = 1024;

    private final InputStream wire;

    GzipBody(InputStream wire) throws IOException {
        super(new GZIPInputStream(wire));
        this.wire = wire;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        finishAt(read);
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        finishAt(read);
        return read;
    }

    private void finishAt(int read) throws IOException {
        if (read < 0) {
            wire.readNBytes(REST);
        }
    }
}

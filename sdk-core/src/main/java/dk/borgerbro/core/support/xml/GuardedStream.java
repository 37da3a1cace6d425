package dk.borgerbro.core.support.xml;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Counts what a parser takes: in all, and between two of its events, which bounds what it can pile up for one. Remembers its own and the
 * source's failure, since parsers wrap exceptions in ways that differ between versions.
 */
final class GuardedStream extends FilterInputStream {
    /** Parsers read ahead by a buffer; a piece may begin at its end. */
    private static final int READ_AHEAD = 64 * 1024;

    private final long pieceBytes;
    private long left;
    private long pieceLeft;
    private @Nullable IOException failure;

    GuardedStream(InputStream in, XmlLimits limits) {
        super(in);
        this.left = limits.totalBytes();
        this.pieceBytes = (long) limits.pieceBytes() + READ_AHEAD;
        this.pieceLeft = pieceBytes;
    }

    /** Begins the next piece. */
    void nextPiece() {
        pieceLeft = pieceBytes;
    }

    /** Does not count pieces any more: the parser below builds a tree, which the whole size bounds. */
    GuardedStream inOnePiece() {
        pieceLeft = Long.MAX_VALUE;
        return this;
    }

    @Nullable
    IOException failure() {
        return failure;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read;
        try {
            read = super.read(target, offset, length);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
        if (read > 0) {
            left -= read;
            pieceLeft -= read;
            if (left < 0 || pieceLeft < 0) {
                XmlReadingException refused = (left < 0 ? XmlRule.SIZE : XmlRule.PIECE).broken("", 0, 0);
                failure = refused;
                throw refused;
            }
        }
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Leaves the source open: it is the caller's. */
    @Override
    public void close() {}
}

package dk.borgerbro.digitalpost.memo;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A text, a piece repeated many times, and another text, made as they are read; counts what was taken. */
final class LongStream extends InputStream {
    private final byte[] start;
    private final byte[] piece;
    private final long pieces;
    private final byte[] end;
    private long taken;

    LongStream(String start, String piece, long pieces, String end) {
        this.start = start.getBytes(StandardCharsets.UTF_8);
        this.piece = piece.getBytes(StandardCharsets.UTF_8);
        this.pieces = pieces;
        this.end = end.getBytes(StandardCharsets.UTF_8);
    }

    long taken() {
        return taken;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        long repeated = pieces * piece.length;
        byte[] from;
        int at;
        if (taken < start.length) {
            from = start;
            at = (int) taken;
        } else if (taken < start.length + repeated) {
            from = piece;
            at = (int) ((taken - start.length) % piece.length);
        } else {
            from = end;
            at = (int) (taken - start.length - repeated);
        }
        int read = Math.min(length, from.length - at);
        if (read <= 0) {
            return -1;
        }
        System.arraycopy(from, at, target, offset, read);
        taken += read;
        return read;
    }
}

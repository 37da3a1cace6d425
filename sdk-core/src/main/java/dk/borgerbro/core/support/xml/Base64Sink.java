package dk.borgerbro.core.support.xml;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Base64;

/** Decodes base64 that comes in pieces, white space left out. Not thread-safe. */
public final class Base64Sink {
    private static final int BLOCK = 32 * 1024;

    private final OutputStream out;
    private final byte[] block = new byte[BLOCK];
    private final byte[] decoded = new byte[BLOCK / 4 * 3];
    private int used;
    private boolean ended;
    private long written;

    /**
     * Begins.
     *
     * @param out takes the bytes; not closed
     */
    public Base64Sink(OutputStream out) {
        this.out = out;
    }

    /**
     * Takes a piece.
     *
     * @return false if it is not base64; then nothing more may be given
     * @throws IOException if the target fails
     */
    public boolean accept(char[] text, int start, int length) throws IOException {
        for (int i = start; i < start + length; i++) {
            char c = text[i];
            if (c > ' ') {
                if (c >= 0x80) {
                    return false;
                }
                block[used++] = (byte) c;
                if (used == BLOCK && !drain()) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * Takes the end.
     *
     * @return false if what came was not whole
     * @throws IOException if the target fails
     */
    public boolean finish() throws IOException {
        return drain();
    }

    /** {@return number of bytes decoded} */
    public long written() {
        return written;
    }

    private boolean drain() throws IOException {
        if (used == 0) {
            return true;
        }
        if (ended || used % 4 != 0) {
            return false;
        }
        ended = block[used - 1] == '=';
        int length;
        try {
            length = Base64.getDecoder().decode(used == BLOCK ? block : Arrays.copyOf(block, used), decoded);
        } catch (IllegalArgumentException e) {
            return false;
        }
        out.write(decoded, 0, length);
        written += length;
        used = 0;
        return true;
    }
}

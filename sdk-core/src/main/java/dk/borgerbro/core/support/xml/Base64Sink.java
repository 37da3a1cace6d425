package dk.borgerbro.core.support.xml;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Base64;

/** Decodes base64 that comes in pieces, white space left out. Not thread-safe. */
final class Base64Sink {
    private static final int BLOCK = 32 * 1024;

    private final OutputStream out;
    private final byte[] block = new byte[BLOCK];
    private final byte[] decoded = new byte[BLOCK / 4 * 3];
    private int used;
    private boolean ended;
    private long written;

    Base64Sink(OutputStream out) {
        this.out = out;
    }

    /** Takes a piece; false if it is not base64. */
    boolean accept(char[] text, int start, int length) throws IOException {
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

    /** Takes the end; false if it is not the end of base64. */
    boolean finish() throws IOException {
        return drain();
    }

    long written() {
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

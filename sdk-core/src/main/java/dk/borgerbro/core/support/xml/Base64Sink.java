package dk.borgerbro.core.support.xml;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * Decodes base64 that comes in pieces, white space left out. Not thread-safe.
 *
 * <p>Most base64 has no white space. Until some is met, pieces are copied as a whole, which the JDK does many characters at a time; looking
 * at each took longer than all the decoding.
 */
public final class Base64Sink {
    private static final int BLOCK = 32 * 1024;

    private final OutputStream out;
    private final byte[] block = new byte[BLOCK];
    private final byte[] decoded = new byte[BLOCK / 4 * 3];
    private int used;
    private boolean spaced;
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
     * Takes a piece, which may be looked at later.
     *
     * @return false if something so far is known not to be base64; then nothing more may be given
     * @throws IOException if the target fails
     */
    public boolean accept(char[] text, int start, int length) throws IOException {
        int from = start;
        int end = start + length;
        while (!spaced && from < end) {
            int count = Math.min(end - from, BLOCK - used);
            // What is not Latin-1 becomes a question mark, which is no base64 either.
            byte[] piece = new String(text, from, count).getBytes(StandardCharsets.ISO_8859_1);
            System.arraycopy(piece, 0, block, used, count);
            used += count;
            from += count;
            if (used == BLOCK && !drain()) {
                return false;
            }
        }
        return acceptSpaced(text, from, end);
    }

    private boolean acceptSpaced(char[] text, int from, int end) throws IOException {
        for (int i = from; i < end; i++) {
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
     * @return false if what came was not base64, or not whole
     * @throws IOException if the target fails
     */
    public boolean finish() throws IOException {
        squeeze();
        return drain();
    }

    /** {@return number of bytes decoded} */
    public long written() {
        return written;
    }

    /** {@return false if what the block holds is no base64; white space in it is taken out, and then it is not full any more} */
    private boolean drain() throws IOException {
        if (ended && squeeze()) {
            return used == 0;
        }
        if (used == 0) {
            return true;
        }
        if (ended || used % 4 != 0) {
            return false;
        }
        int length;
        try {
            length = Base64.getDecoder().decode(used == BLOCK ? block : Arrays.copyOf(block, used), decoded);
        } catch (IllegalArgumentException e) {
            return squeeze();
        }
        ended = block[used - 1] == '=';
        out.write(decoded, 0, length);
        written += length;
        used = 0;
        return true;
    }

    /** {@return whether there was white space in the block, which is now taken out} */
    private boolean squeeze() {
        int kept = 0;
        for (int i = 0; i < used; i++) {
            if ((block[i] & 0xFF) > ' ') {
                block[kept++] = block[i];
            }
        }
        boolean found = kept < used;
        spaced |= found;
        used = kept;
        return found;
    }
}

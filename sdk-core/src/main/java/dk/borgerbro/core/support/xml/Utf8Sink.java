package dk.borgerbro.core.support.xml;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** Encodes and escapes straight into one small buffer. Not thread-safe. */
final class Utf8Sink {
    private static final int SIZE = 16 * 1024;
    /** No character takes more bytes than the longest escape. */
    private static final int WIDEST = 6;

    private static final int BASE64_BLOCK = 3 * 16 * 1024;

    private static final byte[][] IN_TEXT = escapes(false);
    private static final byte[][] IN_ATTRIBUTE = escapes(true);

    private final OutputStream out;
    private final byte[] buffer = new byte[SIZE];
    private int used;

    Utf8Sink(OutputStream out) {
        this.out = out;
    }

    private static byte[][] escapes(boolean attribute) {
        byte[][] table = new byte[0x80][];
        table['&'] = ascii("&amp;");
        table['<'] = ascii("&lt;");
        table['>'] = ascii("&gt;");
        table['\r'] = ascii("&#13;");
        if (attribute) {
            table['"'] = ascii("&quot;");
            table['\t'] = ascii("&#9;");
            table['\n'] = ascii("&#10;");
        }
        return table;
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    void raw(byte b) throws IOException {
        if (used == SIZE) {
            drain();
        }
        buffer[used++] = b;
    }

    void raw(byte[] bytes) throws IOException {
        if (bytes.length > SIZE - used) {
            drain();
            if (bytes.length > SIZE) {
                out.write(bytes);
                return;
            }
        }
        System.arraycopy(bytes, 0, buffer, used, bytes.length);
        used += bytes.length;
    }

    /** Writes escaped text; returns the index of the first character that XML cannot carry, -1 if all was written. */
    int text(String value) throws IOException {
        return escaped(value, IN_TEXT);
    }

    /** Writes the inside of a double-quoted attribute; returns as {@link #text}. */
    int attribute(String value) throws IOException {
        return escaped(value, IN_ATTRIBUTE);
    }

    private int escaped(String value, byte[][] escapes) throws IOException {
        int length = value.length();
        int i = 0;
        while (i < length) {
            if (SIZE - used < WIDEST) {
                drain();
            }
            int end = Math.min(length, i + (SIZE - used) / WIDEST);
            while (i < end) {
                char c = value.charAt(i);
                if (c < 0x80) {
                    byte[] escape = escapes[c];
                    if (escape != null) {
                        System.arraycopy(escape, 0, buffer, used, escape.length);
                        used += escape.length;
                    } else if (c < ' ' && XmlText.isIllegal(c)) {
                        return i;
                    } else {
                        buffer[used++] = (byte) c;
                    }
                } else if (c < 0x800) {
                    buffer[used++] = (byte) (0xC0 | (c >> 6));
                    buffer[used++] = (byte) (0x80 | (c & 0x3F));
                } else if (Character.isHighSurrogate(c)
                        && i + 1 < length
                        && Character.isLowSurrogate(value.charAt(i + 1))) {
                    pair(Character.toCodePoint(c, value.charAt(++i)));
                } else if (XmlText.isIllegal(c)) {
                    return i;
                } else {
                    buffer[used++] = (byte) (0xE0 | (c >> 12));
                    buffer[used++] = (byte) (0x80 | ((c >> 6) & 0x3F));
                    buffer[used++] = (byte) (0x80 | (c & 0x3F));
                }
                i++;
            }
        }
        return -1;
    }

    private void pair(int codePoint) {
        buffer[used++] = (byte) (0xF0 | (codePoint >> 18));
        buffer[used++] = (byte) (0x80 | ((codePoint >> 12) & 0x3F));
        buffer[used++] = (byte) (0x80 | ((codePoint >> 6) & 0x3F));
        buffer[used++] = (byte) (0x80 | (codePoint & 0x3F));
    }

    void base64(InputStream in) throws IOException {
        drain();
        Base64.Encoder encoder = Base64.getEncoder();
        byte[] block = new byte[BASE64_BLOCK];
        byte[] encoded = new byte[BASE64_BLOCK / 3 * 4];
        int read;
        while ((read = in.readNBytes(block, 0, BASE64_BLOCK)) == BASE64_BLOCK) {
            encoder.encode(block, encoded);
            out.write(encoded);
        }
        out.write(encoder.encode(Arrays.copyOf(block, read)));
    }

    private void drain() throws IOException {
        out.write(buffer, 0, used);
        used = 0;
    }

    void flush() throws IOException {
        drain();
        out.flush();
    }
}

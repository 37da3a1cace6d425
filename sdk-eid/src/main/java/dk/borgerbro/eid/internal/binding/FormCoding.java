package dk.borgerbro.eid.internal.binding;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Percent-encoding as forms and queries use it, reading strictly. */
final class FormCoding {
    private static final byte[] NOTHING = {};
    /** What stands for itself; a table, because each byte of each login comes by here. */
    private static final byte[] PLAIN = new byte[256];

    static {
        for (byte c = '!'; c <= '~'; c++) {
            PLAIN[c] = c == '%' || c == '+' ? 0 : c;
        }
    }

    private FormCoding() {}

    /** {@return a text such that it means the same to readers of queries and of forms} */
    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** {@return the bytes of an encoded value} */
    static byte[] decode(String name, String encoded) throws TransportFault {
        byte[] decoded = decodeLeniently(encoded);
        if (decoded.length == 0 && !encoded.isEmpty()) {
            throw new TransportFault(name, "is not percent-encoded as forms and queries are");
        }
        return decoded;
    }

    /** {@return the bytes, none if the encoding is broken} */
    static byte[] decodeLeniently(String encoded) {
        // What is not ASCII becomes negative here, and no such byte is plain.
        byte[] bytes = encoded.getBytes(StandardCharsets.UTF_8);
        int used = 0;
        for (int i = 0; i < bytes.length; i++) {
            byte c = PLAIN[Byte.toUnsignedInt(bytes[i])];
            if (c == 0) {
                int value = bytes[i] == '+' ? ' ' : escaped(bytes, i);
                if (value < 0) {
                    return NOTHING;
                }
                c = (byte) value;
                i += bytes[i] == '%' ? 2 : 0;
            }
            bytes[used++] = c;
        }
        return used == bytes.length ? bytes : Arrays.copyOf(bytes, used);
    }

    /** {@return what an escape stands for, negative if here is none} */
    private static int escaped(byte[] bytes, int at) {
        return bytes[at] == '%' && at + 2 < bytes.length ? digit(bytes[at + 1]) << 4 | digit(bytes[at + 2]) : -1;
    }

    private static int digit(byte c) {
        return Character.digit(Byte.toUnsignedInt(c), 16);
    }
}

package dk.borgerbro.eid.internal.binding;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** Percent-encoding as forms and queries use it, reading strictly. */
final class FormCoding {
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
        byte[] decoded = new byte[encoded.length()];
        int used = 0;
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (c == '%') {
                if (i + 2 >= encoded.length()
                        || !HexFormat.isHexDigit(encoded.charAt(i + 1))
                        || !HexFormat.isHexDigit(encoded.charAt(i + 2))) {
                    return new byte[0];
                }
                decoded[used++] = (byte) HexFormat.fromHexDigits(encoded, i + 1, i + 3);
                i += 2;
            } else if (c < '!' || c > '~') {
                return new byte[0];
            } else {
                decoded[used++] = (byte) (c == '+' ? ' ' : c);
            }
        }
        return Arrays.copyOf(decoded, used);
    }
}

package dk.borgerbro.eid.internal.binding;

import java.util.Arrays;
import java.util.Base64;

/** Base64 with padding (RFC 4648, section 4), in which lines may be broken and nothing else may stand. */
final class StrictBase64 {
    private StrictBase64() {}

    static byte[] decode(String name, byte[] text) throws TransportFault {
        byte[] dense = withoutLineBreaks(text);
        if (dense.length == 0) {
            throw new TransportFault(name, "is empty");
        }
        if (dense.length % 4 != 0) {
            throw new TransportFault(name, "is not base64 with padding; was it cut?");
        }
        try {
            return Base64.getDecoder().decode(dense);
        } catch (IllegalArgumentException quotesTheInput) {
            throw new TransportFault(name, "is not base64: it holds other characters, or padding inside");
        }
    }

    private static byte[] withoutLineBreaks(byte[] text) {
        byte[] dense = new byte[text.length];
        int used = 0;
        for (byte b : text) {
            if (b != '\r' && b != '\n') {
                dense[used++] = b;
            }
        }
        return Arrays.copyOf(dense, used);
    }
}

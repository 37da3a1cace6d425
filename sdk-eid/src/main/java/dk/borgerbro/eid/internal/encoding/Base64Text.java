package dk.borgerbro.eid.internal.encoding;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Base64 as it stands in attribute values: the standard alphabet with padding, and white space anywhere, since writers break lines and
 * indent. Nothing else is passed over, unlike in the MIME decoder, which drops whatever it does not know.
 */
public final class Base64Text {
    private Base64Text() {}

    /** {@return what the text encodes, empty if it is not base64} */
    public static Optional<byte[]> decode(String text) {
        byte[] compact = new byte[text.length()];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0x7F) {
                return Optional.empty();
            }
            if (!isXmlSpace(c)) {
                compact[length++] = (byte) c;
            }
        }
        // The JDK takes a last group without padding, which is how a text looks that was cut.
        if (length % 4 != 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getDecoder().decode(new String(compact, 0, length, StandardCharsets.US_ASCII)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isXmlSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }
}

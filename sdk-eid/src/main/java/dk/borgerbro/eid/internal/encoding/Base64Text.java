package dk.borgerbro.eid.internal.encoding;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Base64 with padding in the standard alphabet (RFC 4648, section 4), with white space where writers break lines and indent. Nothing else is
 * passed over, unlike in the MIME decoder, which drops whatever it does not know.
 */
public final class Base64Text {
    private Base64Text() {}

    /** {@return what a text of XML encodes, with white space anywhere; empty if it is not base64} */
    public static Optional<byte[]> decode(String text) {
        // What is not ASCII becomes a question mark, which is not base64 either.
        return decodeDense(without(text.getBytes(StandardCharsets.US_ASCII), " \t\n\r"));
    }

    /** {@return what a form field encodes, in which lines may be broken and nothing else may stand; empty if it is not base64} */
    public static Optional<byte[]> decodeLines(byte[] text) {
        return decodeDense(without(text, "\n\r"));
    }

    private static Optional<byte[]> decodeDense(byte[] text) {
        // The JDK takes a last group without padding, which is how a text looks that was cut.
        if (text.length % 4 != 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException quotesTheInput) {
            return Optional.empty();
        }
    }

    /** {@return a text without some of the characters up to the space; most texts have none of these and are not copied} */
    private static byte[] without(byte[] text, String passedOver) {
        int length = 0;
        while (length < text.length && text[length] > ' ') {
            length++;
        }
        if (length == text.length) {
            return text;
        }
        byte[] dense = Arrays.copyOf(text, text.length);
        for (int i = length; i < text.length; i++) {
            if (passedOver.indexOf(text[i]) < 0) {
                dense[length++] = text[i];
            }
        }
        return Arrays.copyOf(dense, length);
    }
}

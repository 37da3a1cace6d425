package dk.borgerbro.eid.internal.encoding;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Base64 with padding in the standard alphabet (RFC 4648, section 4), with white space where writers break lines and indent. Nothing else is
 * passed over, unlike in the MIME decoder, which drops whatever it does not know.
 */
public final class Base64Text {
    private Base64Text() {}

    /** {@return what a text of XML encodes, with white space anywhere; empty if it is not base64} */
    public static Optional<byte[]> decode(String text) {
        // What is not ASCII becomes a question mark, which is not base64 either.
        return decode(text.getBytes(StandardCharsets.US_ASCII), Base64Text::isXmlSpace);
    }

    /** {@return what a form field encodes, in which lines may be broken and nothing else may stand; empty if it is not base64} */
    public static Optional<byte[]> decodeLines(byte[] text) {
        return decode(text, c -> c == '\n' || c == '\r');
    }

    private static Optional<byte[]> decode(byte[] text, IntPredicate passedOver) {
        byte[] dense = new byte[text.length];
        int length = 0;
        for (byte c : text) {
            if (!passedOver.test(c)) {
                dense[length++] = c;
            }
        }
        // The JDK takes a last group without padding, which is how a text looks that was cut.
        if (length % 4 != 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getDecoder().decode(Arrays.copyOf(dense, length)));
        } catch (IllegalArgumentException quotesTheInput) {
            return Optional.empty();
        }
    }

    private static boolean isXmlSpace(int c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }
}

package dk.borgerbro.digitalpost.memo;

import dk.borgerbro.core.error.InvalidInputException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How files of a type begin. Immutable; equal by what it says.
 */
public final class Beginning {
    /** Any text: no byte is zero, unless it is UTF-16 with a byte order mark. */
    public static final Beginning TEXT = new Beginning("text", new byte[0], 0);
    /** Text whose first character that is no white space is {@code <}. */
    public static final Beginning MARKUP = new Beginning("markup", new byte[0], 0);

    /** As many bytes of a file as are looked at. */
    static final int LOOKED_AT = 1024;

    private static final Pattern BYTES = Pattern.compile("((?:[0-9a-f]{2})+)(?:@([0-9]{1,4}))?");
    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final String text;
    private final byte[] bytes;
    private final int within;

    private Beginning(String text, byte[] bytes, int within) {
        this.text = text;
        this.bytes = bytes;
        this.within = within;
    }

    /**
     * {@return a beginning}
     *
     * @param text {@code text}, {@code markup}, or bytes in hex, followed by {@code @} and a number if they may stand as far as that
     *     from the beginning, such as {@code 255044462d@1019}
     * @throws InvalidInputException if it is none of these, or reaches further than the first 1,024 bytes
     */
    public static Beginning of(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        if (lower.equals(TEXT.text)) {
            return TEXT;
        }
        if (lower.equals(MARKUP.text)) {
            return MARKUP;
        }
        Matcher parts = BYTES.matcher(lower);
        if (!parts.matches()) {
            throw InvalidInputException.ofValue(
                    "Beginning", "must be text, markup, or bytes in hex such as 255044462d");
        }
        byte[] bytes = HexFormat.of().parseHex(parts.group(1));
        int within = parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2));
        if (within + bytes.length > LOOKED_AT) {
            throw InvalidInputException.ofValue("Beginning", "must lie in the first " + LOOKED_AT + " bytes of a file");
        }
        return new Beginning(lower, bytes, within);
    }

    /** {@return whether the first bytes of a file are such} */
    boolean matches(byte[] start) {
        if (equals(TEXT)) {
            return isText(start);
        }
        if (equals(MARKUP)) {
            return isText(start) && firstCharacter(start) == '<';
        }
        for (int at = 0; at <= within && at + bytes.length <= start.length; at++) {
            if (Arrays.equals(start, at, at + bytes.length, bytes, 0, bytes.length)) {
                return true;
            }
        }
        return false;
    }

    /** {@return whether it speaks for one type, as bytes do and text does not} */
    boolean isTelling() {
        return bytes.length > 0;
    }

    private static boolean isText(byte[] start) {
        if (isUtf16(start)) {
            return true;
        }
        for (byte b : start) {
            if (b == 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUtf16(byte[] start) {
        return start.length > 1 && (start[0] & 0xFF) + (start[1] & 0xFF) == 0xFE + 0xFF && (start[0] & 0xFF) >= 0xFE;
    }

    private static char firstCharacter(byte[] start) {
        int from = isUtf16(start) ? 2 : startsWithMark(start) ? UTF_8_MARK.length : 0;
        for (int i = from; i < start.length; i++) {
            if (start[i] != 0 && (start[i] < 0 || start[i] > ' ')) {
                return (char) (start[i] & 0xFF);
            }
        }
        return 0;
    }

    private static boolean startsWithMark(byte[] start) {
        return start.length >= UTF_8_MARK.length
                && Arrays.equals(start, 0, UTF_8_MARK.length, UTF_8_MARK, 0, UTF_8_MARK.length);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Beginning b && b.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** {@return what {@link #of} takes} */
    @Override
    public String toString() {
        return text;
    }
}

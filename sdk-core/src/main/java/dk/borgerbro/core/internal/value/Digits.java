package dk.borgerbro.core.internal.value;

/**
 * Looks at text as digits, by hand: a payment file brings millions of them, so nothing here builds a pattern or a stream.
 *
 * <p>Digits are ASCII only; other scripts' digits would travel into a wire format.
 */
public final class Digits {
    private Digits() {}

    /** {@return whether the character is one of 0 to 9} */
    public static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** {@return whether the whole text is digits; true for an empty one} */
    public static boolean areDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** {@return whether the text is digits and has this length} */
    public static boolean areDigits(String text, int length) {
        return text.length() == length && areDigits(text);
    }

    /** {@return whether this is a blank that people and word processors put between digits: space, tab, no-break spaces} */
    public static boolean isSpacing(char c) {
        return c == ' ' || c == '\t' || c == '\u00A0' || c == '\u202F';
    }

    /** {@return whether this is a hyphen, also as word processors replace it: minus, hyphen, no-break hyphen, en dash} */
    public static boolean isHyphen(char c) {
        return c == '-' || c == '\u2010' || c == '\u2011' || c == '\u2013';
    }

    /** {@return the text without blanks between and around; the same object when there are none} */
    public static String withoutSpacing(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isSpacing(text.charAt(i))) {
                return copyWithoutSpacing(text);
            }
        }
        return text;
    }

    private static String copyWithoutSpacing(String text) {
        StringBuilder copy = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isSpacing(c)) {
                copy.append(c);
            }
        }
        return copy.toString();
    }

    /** {@return the digits with zeros in front up to the width; unchanged when they are as long already} */
    public static String padded(String digits, int width) {
        int missing = width - digits.length();
        return missing <= 0 ? digits : "0".repeat(missing) + digits;
    }
}

package dk.borgerbro.core.id;

import dk.borgerbro.core.error.InvalidInputException;
import dk.borgerbro.core.internal.value.Digits;

/** Finds the ten digits in what people type and print: {@code DDMMYYSSSS}, {@code DDMMYY-SSSS}, blanks around and in between. */
final class CprDigits {
    private static final int LENGTH = 10;
    private static final int DATE_LENGTH = 6;

    private CprDigits() {}

    /** {@return ten digits; the same object when the text is nothing else} */
    static String in(String text) {
        return Digits.areDigits(text, LENGTH) ? text : withoutSeparators(text);
    }

    private static String withoutSeparators(String text) {
        char[] digits = new char[LENGTH];
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Digits.isDigit(c)) {
                if (count < LENGTH) {
                    digits[count] = c;
                }
                count++;
            } else if (!mayStandAfter(count, c)) {
                throw refused("must be ten digits, as DDMMYYSSSS or DDMMYY-SSSS, and nothing else");
            }
        }
        if (count == LENGTH) {
            return new String(digits);
        }
        throw refused("must be ten digits, but has " + count
                + (count == LENGTH - 1 ? "; a leading zero may have been lost on the way, as spreadsheets do" : ""));
    }

    private static boolean mayStandAfter(int count, char c) {
        boolean between = count == DATE_LENGTH;
        return Digits.isSpacing(c) ? between || count == 0 || count >= LENGTH : between && Digits.isHyphen(c);
    }

    static InvalidInputException refused(String message) {
        return InvalidInputException.ofValue("CprNumber", message);
    }
}

package dk.borgerbro.core.money;

import dk.borgerbro.core.internal.value.Digits;

/** Reads and writes amounts digit by digit: a payment file has a million, and none of them needs an object on the way. */
final class AmountText {
    private static final long LARGEST_KRONER = Amount.LARGEST / 100;

    private AmountText() {}

    /** {@return hundredths of a krone} */
    static long parseOere(String text) {
        boolean signed = !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+');
        int start = signed ? 1 : 0;
        int point = endOfDigits(text, start);
        int end = point < text.length() && text.charAt(point) == '.' ? endOfDigits(text, point + 1) : point;
        int decimals = Math.max(0, end - point - 1);
        if (end != text.length() || point - start + decimals == 0) {
            throw Amount.refused(
                    "must be kroner such as 1250.05: digits, a point, at most two decimals, and no thousands"
                            + " separator or decimal comma");
        }
        if (decimals > Amount.DECIMALS) {
            throw Amount.refused("has more than two decimals; round it first, and leave thousands separators out");
        }
        long oere = kroner(text, start, point) * 100 + hundredths(text, point + 1, end);
        return text.charAt(0) == '-' ? -oere : oere;
    }

    private static int endOfDigits(String text, int from) {
        int i = from;
        while (i < text.length() && Digits.isDigit(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static long kroner(String text, int from, int to) {
        long kroner = 0;
        for (int i = from; i < to; i++) {
            kroner = kroner * 10 + text.charAt(i) - '0';
            if (kroner > LARGEST_KRONER) {
                throw Amount.tooLarge();
            }
        }
        return kroner;
    }

    private static int hundredths(String text, int from, int to) {
        int tens = from < to ? text.charAt(from) - '0' : 0;
        int ones = from + 1 < to ? text.charAt(from + 1) - '0' : 0;
        return tens * 10 + ones;
    }

    static String ofOere(long oere) {
        long size = Math.abs(oere);
        StringBuilder text = new StringBuilder(20);
        if (oere < 0) {
            text.append('-');
        }
        text.append(size / 100).append('.');
        text.append((char) ('0' + size / 10 % 10)).append((char) ('0' + size % 10));
        return text.toString();
    }
}

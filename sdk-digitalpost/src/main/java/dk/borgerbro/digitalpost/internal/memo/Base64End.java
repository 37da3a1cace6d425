package dk.borgerbro.digitalpost.internal.memo;

/** Whether base64 ends as XML Schema (part 2, section 3.2.16) demands: the bits that pad the last byte are zero. Decoders do not mind. */
final class Base64End {
    private static final String TWO_ZERO_BITS = "AEIMQUYcgkosw048=";
    private static final String FOUR_ZERO_BITS = "AQgw";

    private final StringBuilder last = new StringBuilder(8);

    void accept(char[] text, int start, int length) {
        int from = start + length;
        for (int found = 0; from > start && found < 4; ) {
            if (text[--from] > ' ') {
                found++;
            }
        }
        for (int i = from; i < start + length; i++) {
            if (text[i] > ' ') {
                last.append(text[i]);
            }
        }
        if (last.length() > 4) {
            last.delete(0, last.length() - 4);
        }
    }

    boolean isCanonical() {
        if (last.length() < 4 || last.charAt(3) != '=') {
            return true;
        }
        return last.charAt(2) == '='
                ? FOUR_ZERO_BITS.indexOf(last.charAt(1)) >= 0
                : TWO_ZERO_BITS.indexOf(last.charAt(2)) >= 0;
    }
}

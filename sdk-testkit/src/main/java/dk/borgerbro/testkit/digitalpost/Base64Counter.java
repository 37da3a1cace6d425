package dk.borgerbro.testkit.digitalpost;

/**
 * Checks base64Binary piece by piece and counts the bytes it stands for, so that a document of any size needs no memory. White
 * space counts for nothing. Used by one thread.
 */
final class Base64Counter {
    private long digits;
    private int padding;
    private boolean wrong;

    void add(char[] text, int start, int length) {
        for (int i = start; i < start + length; i++) {
            add(text[i]);
        }
    }

    private void add(char c) {
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            return;
        }
        if (c == '=') {
            padding++;
        } else if (isDigit(c) && padding == 0) {
            digits++;
        } else {
            wrong = true;
        }
    }

    private static boolean isDigit(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '/';
    }

    boolean isValid() {
        return !wrong && padding <= 2 && (digits + padding) % 4 == 0 && (padding == 0 || digits % 4 == 4 - padding);
    }

    long bytes() {
        return digits * 3 / 4;
    }
}

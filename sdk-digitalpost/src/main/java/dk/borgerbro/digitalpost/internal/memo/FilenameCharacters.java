package dk.borgerbro.digitalpost.internal.memo;

/** What file names must not hold since 10 September 2025 (rule V11). */
final class FilenameCharacters {
    private static final String PUNCTUATION = "<>:\"/\\|?*\r\n";

    private FilenameCharacters() {}

    static boolean isForbidden(int codePoint) {
        return PUNCTUATION.indexOf(codePoint) >= 0 || isForbiddenSpace(codePoint);
    }

    private static boolean isForbiddenSpace(int c) {
        return c == 0x00A0 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x205F || c == 0x2060 || c == 0x3000;
    }
}

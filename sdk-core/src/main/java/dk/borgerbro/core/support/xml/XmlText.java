package dk.borgerbro.core.support.xml;

import dk.borgerbro.core.error.Finding;
import java.util.Optional;

/** Which characters XML 1.0 can carry at all (section 2.2): not most control characters, and no half of a surrogate pair. */
public final class XmlText {
    static final String RULE = "XML-CHAR";

    private XmlText() {}

    /**
     * {@return the finding about the first character that XML cannot carry, empty if there is none}
     *
     * <p>For validators, so that the fault is found before the first byte is written.
     *
     * @param path where the value will stand
     */
    public static Optional<Finding> check(String path, CharSequence value) {
        int index = firstIllegal(value);
        return index < 0 ? Optional.empty() : Optional.of(illegal(path, index));
    }

    /** {@return index of the first character that XML cannot carry, -1 if there is none} */
    public static int firstIllegal(CharSequence value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < value.length()
                    && Character.isLowSurrogate(value.charAt(i + 1))) {
                i++;
            } else if (isIllegal(c)) {
                return i;
            }
        }
        return -1;
    }

    static Finding illegal(String path, int index) {
        return Finding.error(
                RULE,
                path,
                "character " + (index + 1) + " cannot be written in XML (control character or half a pair); remove it");
    }

    /** {@return whether a single UTF-16 unit outside a pair is illegal} */
    static boolean isIllegal(char c) {
        if (c < ' ') {
            return c != '\t' && c != '\n' && c != '\r';
        }
        return Character.isSurrogate(c) || c == '\uFFFE' || c == '\uFFFF';
    }

    /** {@return whether a text is a plain name without colon; names come from our own code, so letters and digits are enough} */
    static boolean isName(String text) {
        if (text.isEmpty() || !(Character.isLetter(text.charAt(0)) || text.charAt(0) == '_')) {
            return false;
        }
        return text.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.');
    }
}

package dk.borgerbro.eid.internal.structure;

import java.net.URI;
import java.net.URISyntaxException;

/** The simple types of the schemas: which texts they take (XML Schema part 2). */
enum Lexical {
    STRING,
    /** Also {@code xs:ID}. Stricter than the schema: letters are ASCII, and no white space around, since ids are compared as they stand. */
    NC_NAME,
    /** Stricter than the schema, which takes nearly any text: a reference by RFC 2396. Empty is one. */
    ANY_URI,
    DATE_TIME,
    BASE64,
    BOOLEAN,
    INTEGER,
    NON_NEGATIVE,
    LANGUAGE,
    SPACE,
    /** Of SAML itself; the schema takes any text. */
    VERSION,
    DECISION;

    boolean accepts(String text) {
        return switch (this) {
            case STRING -> true;
            case NC_NAME -> isName(text);
            case ANY_URI -> isUri(text);
            case DATE_TIME -> XmlDateTime.parse(text) != null;
            case BASE64 -> Base64Binary.isBase64(text);
            case BOOLEAN -> isBoolean(collapsed(text));
            case INTEGER -> isInteger(collapsed(text), true);
            case NON_NEGATIVE -> isInteger(collapsed(text), false);
            case LANGUAGE -> isLanguage(text);
            case SPACE -> text.equals("default") || text.equals("preserve");
            case VERSION -> text.equals("2.0");
            case DECISION -> text.equals("Permit") || text.equals("Deny") || text.equals("Indeterminate");
        };
    }

    /** {@return the text without white space around; between tokens it stays as it is, since none of these types may have any} */
    static String collapsed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r';
    }

    private static boolean isBoolean(String text) {
        return text.equals("true") || text.equals("false") || text.equals("1") || text.equals("0");
    }

    private static boolean isName(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean first = isLetter(c) || c == '_';
            if (!first && (i == 0 || !(isDigit(c) || c == '-' || c == '.'))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static boolean isUri(String text) {
        if (isPlain(text, "urn:") || isPlain(text, "http://") || isPlain(text, "https://")) {
            return true;
        }
        try {
            new URI(collapsed(text));
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Nearly all are of these forms, and reading each to its last part would cost more than all other checks of the structure. */
    private static boolean isPlain(String text, String start) {
        if (!text.startsWith(start) || text.length() == start.length()) {
            return false;
        }
        boolean first = true;
        for (int i = start.length(); i < text.length(); i++) {
            char c = text.charAt(i);
            boolean alphanumeric = isLetter(c) || isDigit(c);
            if (!alphanumeric
                    && (first
                            || !(c == '/' || c == '.' || c == '-' || c == '_' || (c == ':' && start.equals("urn:"))))) {
                return false;
            }
            first = false;
        }
        return true;
    }

    private static boolean isInteger(String text, boolean negative) {
        int start = !text.isEmpty() && (text.charAt(0) == '+' || (negative && text.charAt(0) == '-')) ? 1 : 0;
        for (int i = start; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return text.length() > start;
    }

    private static boolean isLanguage(String text) {
        int length = 0;
        boolean primary = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '-') {
                if (length == 0) {
                    return false;
                }
                primary = false;
                length = 0;
            } else if (++length > 8 || !(isLetter(c) || (!primary && isDigit(c)))) {
                return false;
            }
        }
        return length > 0;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}

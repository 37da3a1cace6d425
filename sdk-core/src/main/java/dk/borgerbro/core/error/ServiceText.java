package dk.borgerbro.core.error;

import java.util.regex.Pattern;

/** Makes identifiers from a service safe to print: bounded, one line, and never a row of digits that could be a person. */
final class ServiceText {
    private static final int LONGEST = 100;
    private static final Pattern FOREIGN = Pattern.compile("[^A-Za-z0-9._:-]");
    /** Between day and number there may be a dash, or what was another sign before. */
    private static final Pattern PERSON_LIKE = Pattern.compile("(?<![0-9A-Fa-f])\\d{6}[?-]?\\d{4}(?![0-9A-Fa-f])");

    private ServiceText() {}

    static String token(String text) {
        String bounded = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return PERSON_LIKE.matcher(FOREIGN.matcher(bounded).replaceAll("?")).replaceAll("(hidden)");
    }
}

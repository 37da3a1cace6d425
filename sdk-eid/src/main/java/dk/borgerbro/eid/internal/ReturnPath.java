package dk.borgerbro.eid.internal;

import java.util.Optional;

/**
 * Where the browser goes after a login: a path of this application and nothing that a browser could take for another place. Browsers read
 * {@code \} as {@code /} and drop tabs and line feeds, so neither may stand in it.
 */
public final class ReturnPath {
    private static final int LONGEST = 2000;
    private static final String FORBIDDEN = "\\\"<>^`{|}";

    private ReturnPath() {}

    /** {@return what is wrong with a path, without the path; empty if nothing is} */
    public static Optional<String> problem(String path) {
        if (!path.startsWith("/") || path.startsWith("//")) {
            return Optional.of("must be a path of this application: one / first, and neither scheme nor host");
        }
        if (path.length() > LONGEST) {
            return Optional.of("must be at most " + LONGEST + " characters long");
        }
        if (path.chars().anyMatch(c -> c <= ' ' || c > '~' || FORBIDDEN.indexOf(c) >= 0)) {
            return Optional.of(
                    "must be percent-encoded: no control characters, blanks, backslashes or letters beyond ASCII");
        }
        return Optional.empty();
    }
}

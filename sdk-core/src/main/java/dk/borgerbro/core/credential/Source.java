package dk.borgerbro.core.credential;

import dk.borgerbro.core.error.CredentialException;
import dk.borgerbro.core.error.CredentialException.Failure;
import dk.borgerbro.core.error.CredentialException.Reason;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where a credential comes from, as error messages call it.
 *
 * @param name never a secret, and no more of a path than the file's name
 */
record Source(String name) {
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]");
    private static final Pattern PERSON_LIKE = Pattern.compile("\\d{6}[- ]?\\d{4}");
    private static final int LONGEST = 80;

    static Source file(String kind, Path file) {
        Path name = file.getFileName();
        return new Source(kind + " file " + (name == null ? "without a name" : printable(name.toString())));
    }

    Failure failure(Reason reason, String detail) {
        return new Failure(name, reason, detail);
    }

    CredentialException exception(Reason reason, String detail) {
        return new CredentialException(List.of(failure(reason, detail)));
    }

    /** Names from files and certificates on one bounded line, without anything that could be a person's number. */
    static String printable(String text) {
        String bounded = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        return PERSON_LIKE.matcher(UNPRINTABLE.matcher(bounded).replaceAll("?")).replaceAll("(hidden)");
    }
}

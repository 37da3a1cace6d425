package dk.borgerbro.core.config;

import dk.borgerbro.core.error.InvalidInputException;
import java.util.regex.Pattern;

/**
 * Names the vendor's application to the service, so that its operators know whom to ring.
 *
 * @param name 1 to 40 letters, digits, {@code . _ -}
 * @param version of the same form
 */
public record ApplicationName(String name, String version) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,40}");

    /** Checks the form. */
    public ApplicationName {
        if (!FORM.matcher(name).matches() || !FORM.matcher(version).matches()) {
            throw InvalidInputException.ofValue(
                    "ApplicationName", "name and version must each be 1 to 40 of letters, digits and . _ -");
        }
    }
}

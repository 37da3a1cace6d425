package dk.borgerbro.core.error;

import java.io.Serializable;
import java.util.Objects;

/**
 * One thing that a check found, in words that never repeat the offending value.
 *
 * @param rule stable id of the rule, such as {@code V11}; tests and documentation refer to it
 * @param severity whether the rule forbids sending
 * @param path where: an element path, a property name or a line, empty for the whole value
 * @param message what is wrong and how to mend it, without personal data
 */
public record Finding(String rule, Severity severity, String path, String message) implements Serializable {
    /** Refuses absent parts. */
    public Finding {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(message, "message");
    }

    /** {@return a finding that forbids sending} */
    public static Finding error(String rule, String path, String message) {
        return new Finding(rule, Severity.ERROR, path, message);
    }

    /** {@return a finding that does not forbid sending} */
    public static Finding warning(String rule, String path, String message) {
        return new Finding(rule, Severity.WARNING, path, message);
    }

    /** {@return whether this finding forbids sending} */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    @Override
    public String toString() {
        String where = path.isEmpty() ? "" : " at " + path;
        return rule + (isError() ? "" : " (warning)") + where + ": " + message;
    }
}

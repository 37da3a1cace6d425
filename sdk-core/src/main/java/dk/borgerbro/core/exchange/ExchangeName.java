package dk.borgerbro.core.exchange;

import dk.borgerbro.core.error.CallReference;
import dk.borgerbro.core.error.Finding;
import dk.borgerbro.core.error.InvalidInputException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The names that every {@link FileExchange} accepts; for those who implement one. */
public final class ExchangeName {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,199}");

    private ExchangeName() {}

    /** {@return whether it is a name as {@link FileExchange} describes them} */
    public static boolean isValid(String name) {
        return FORM.matcher(name).matches() && !name.toLowerCase(Locale.ROOT).endsWith(".part");
    }

    /**
     * {@return the name}
     *
     * @param operation which step asks, for the message
     * @throws InvalidInputException with rule {@code NAME} if it has another form
     */
    public static String require(String operation, String name) {
        if (!isValid(name)) {
            throw refused(
                    operation,
                    "NAME",
                    "must be 1 to 200 of letters, digits and . _ - without . or - in front or .part at the end");
        }
        return name;
    }

    /** {@return the error for a name that another file has} */
    public static InvalidInputException taken() {
        return refused("put", "NAME_TAKEN", "a file of this name is there already and was left as it is");
    }

    private static InvalidInputException refused(String operation, String rule, String message) {
        return new InvalidInputException(
                CallReference.local("exchange", operation), List.of(Finding.error(rule, "name", message)));
    }
}

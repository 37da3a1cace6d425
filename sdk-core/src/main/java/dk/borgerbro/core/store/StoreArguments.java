package dk.borgerbro.core.store;

import dk.borgerbro.core.error.InvalidInputException;
import java.util.regex.Pattern;

/** The form of keys and values, the same for every implementation. */
final class StoreArguments {
    private static final int LARGEST_VALUE = 65_536;
    private static final int MOST_KEYS = 10_000;
    private static final Pattern KEY = Pattern.compile("[ -~]{1,200}");

    private StoreArguments() {}

    static void checkPrefix(String prefix, int most) {
        check(prefix);
        if (most < 1 || most > MOST_KEYS) {
            throw InvalidInputException.ofValue(
                    "ExpiringStore", "keys are listed 1 to " + MOST_KEYS + " at a time (asked for " + most + ")");
        }
    }

    static void check(String key) {
        if (!KEY.matcher(key).matches()) {
            throw InvalidInputException.ofValue("ExpiringStore", "the key must be 1 to 200 printable ASCII characters");
        }
    }

    static void check(String key, byte[] value) {
        check(key);
        if (value.length > LARGEST_VALUE) {
            throw InvalidInputException.ofValue(
                    "ExpiringStore", "the value must be at most 65536 bytes (it has " + value.length + ")");
        }
    }
}

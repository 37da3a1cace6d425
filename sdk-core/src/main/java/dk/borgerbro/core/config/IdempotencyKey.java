package dk.borgerbro.core.config;

import dk.borgerbro.core.error.InvalidInputException;
import java.util.regex.Pattern;

/**
 * Names one business event, so that the letter, payment or report behind it happens once.
 *
 * <p>Choose it from what the event is, such as {@code sag-2025-0117/brev/1}, and use it again on every repeat; a random key per
 * call defeats it. It is stored and logged, so it must hold no personal data: anything that looks like a CPR number is refused.
 *
 * @param value 1 to 120 of letters, digits and {@code . _ : / -}
 */
public record IdempotencyKey(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._:/-]{1,120}");
    private static final Pattern PERSON_LIKE = Pattern.compile("(?<!\\d)[0-9]{6}-?[0-9]{4}(?!\\d)");

    /**
     * Checks the form.
     *
     * @throws InvalidInputException if a character is not allowed, it is empty or too long, or it could hold a CPR number
     */
    public IdempotencyKey {
        if (!FORM.matcher(value).matches()) {
            throw InvalidInputException.ofValue(
                    "IdempotencyKey",
                    "must be 1 to 120 of letters, digits and . _ : / - (it has " + value.length() + ")");
        }
        if (PERSON_LIKE.matcher(value).find()) {
            throw InvalidInputException.ofValue(
                    "IdempotencyKey", "has ten digits that could be a CPR number; name the case or event instead");
        }
    }

    /**
     * {@return the key}
     *
     * @param value see {@link IdempotencyKey}
     */
    public static IdempotencyKey of(String value) {
        return new IdempotencyKey(value);
    }

    @Override
    public String toString() {
        return value;
    }
}

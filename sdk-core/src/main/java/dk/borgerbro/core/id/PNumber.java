package dk.borgerbro.core.id;

import dk.borgerbro.core.error.InvalidInputException;
import dk.borgerbro.core.internal.value.Digits;
import java.io.Serializable;

/**
 * A P number (da: P-nummer, produktionsenhedsnummer): the ten digits that name one place where a company works.
 *
 * <p>No check digit is known, so only the form is checked. Public information, so it prints in full; a CPR number has ten digits
 * too, so never try this type on a number whose kind is unknown.
 *
 * @param value the ten digits
 */
public record PNumber(String value) implements Comparable<PNumber>, Serializable {
    /**
     * Checks the digits.
     *
     * @throws InvalidInputException if the value is not ten digits
     */
    public PNumber {
        if (!Digits.areDigits(value, 10)) {
            throw InvalidInputException.ofValue(
                    "PNumber", "must be exactly 10 digits, but has " + value.length() + " characters");
        }
    }

    /**
     * {@return the number}
     *
     * @param text ten digits; blanks are accepted
     * @throws InvalidInputException if the text is no P number
     */
    public static PNumber of(String text) {
        return new PNumber(Digits.withoutSpacing(text));
    }

    /** Orders by the digits. */
    @Override
    public int compareTo(PNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

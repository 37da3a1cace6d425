package dk.borgerbro.core.id;

import dk.borgerbro.core.error.InvalidInputException;
import dk.borgerbro.core.internal.value.CheckSum;
import dk.borgerbro.core.internal.value.Digits;
import java.io.Serializable;

/**
 * A global location number (GLN; da: EAN-nummer): the thirteen digits under which a party receives electronic documents.
 *
 * <p>The last digit is the GS1 modulus 10 check digit. Public information, so it prints in full.
 *
 * @param value the thirteen digits
 */
public record Gln(String value) implements Comparable<Gln>, Serializable {
    private static final int LENGTH = 13;

    /**
     * Checks the digits.
     *
     * @throws InvalidInputException if the value is not thirteen digits with a right check digit
     */
    public Gln {
        if (!Digits.areDigits(value, LENGTH)) {
            throw InvalidInputException.ofValue(
                    "Gln", "must be exactly 13 digits, but has " + value.length() + " characters");
        }
        if (CheckSum.gs1CheckDigit(value.substring(0, LENGTH - 1)) != value.charAt(LENGTH - 1) - '0') {
            throw InvalidInputException.ofValue("Gln", "has a wrong check digit; look for swapped or mistyped digits");
        }
    }

    /**
     * {@return the number}
     *
     * @param text thirteen digits; blanks are accepted
     * @throws InvalidInputException if the text is no GLN
     */
    public static Gln of(String text) {
        return new Gln(Digits.withoutSpacing(text));
    }

    /** Orders by the digits. */
    @Override
    public int compareTo(Gln other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

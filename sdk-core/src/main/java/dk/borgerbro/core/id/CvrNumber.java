package dk.borgerbro.core.id;

import dk.borgerbro.core.error.InvalidInputException;
import java.io.Serializable;

/**
 * A CVR number (da: CVR-nummer): the eight digits that name a Danish company or authority.
 *
 * <p>The first digit is not 0 and the weighted sum (2 7 6 5 4 3 2 1) is divisible by 11. Public information, so it prints in
 * full.
 *
 * @param value the eight digits
 */
public record CvrNumber(String value) implements Comparable<CvrNumber>, Serializable {
    /**
     * Checks the digits.
     *
     * @throws InvalidInputException if the value is not eight digits with a right check digit
     */
    public CvrNumber {
        CompanyForm.require("CvrNumber", value);
    }

    /**
     * {@return the number}
     *
     * @param text eight digits; blanks and a leading {@code DK} are accepted
     * @throws InvalidInputException if the text is no CVR number
     */
    public static CvrNumber of(String text) {
        return new CvrNumber(CompanyForm.compact(text));
    }

    /** Orders by the digits. */
    @Override
    public int compareTo(CvrNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

package dk.borgerbro.core.id;

import dk.borgerbro.core.error.InvalidInputException;
import java.io.Serializable;

/**
 * An SE number (da: SE-nummer): the eight digits under which a company, or a part of it, reports to the tax administration.
 *
 * <p>Same form as a {@link CvrNumber}, and the main SE number of a company has the digits of its CVR number; they are two types
 * because a payment or report to the wrong one reaches the wrong part of the company. Public information, so it prints in full.
 *
 * @param value the eight digits
 */
public record SeNumber(String value) implements Comparable<SeNumber>, Serializable {
    /**
     * Checks the digits.
     *
     * @throws InvalidInputException if the value is not eight digits with a right check digit
     */
    public SeNumber {
        CompanyForm.require("SeNumber", value);
    }

    /**
     * {@return the number}
     *
     * @param text eight digits; blanks and a leading {@code DK} are accepted
     * @throws InvalidInputException if the text is no SE number
     */
    public static SeNumber of(String text) {
        return new SeNumber(CompanyForm.compact(text));
    }

    /** Orders by the digits. */
    @Override
    public int compareTo(SeNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

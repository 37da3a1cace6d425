package dk.borgerbro.core.id;

import dk.borgerbro.core.error.InvalidInputException;

/**
 * A CVR number (da: CVR-nummer): the eight digits that name a Danish company or authority.
 *
 * <p>The first digit is not 0 and the weighted sum (2 7 6 5 4 3 2 1) is divisible by 11. Public information, so it prints in
 * full.
 *
 * @param value the eight digits
 */
public record CvrNumber(String value) {
    /**
     * Checks the digits.
     *
     * @throws InvalidInputException if the value is not eight digits with a right check digit
     */
    public CvrNumber {
        CheckDigits.requireCvrForm("CvrNumber", value);
    }

    /**
     * {@return the number}
     *
     * @param text eight digits; surrounding white space and a leading {@code DK} are accepted
     * @throws InvalidInputException if the text is no CVR number
     */
    public static CvrNumber of(String text) {
        String trimmed = text.strip();
        return new CvrNumber(trimmed.startsWith("DK") ? trimmed.substring(2).strip() : trimmed);
    }

    @Override
    public String toString() {
        return value;
    }
}

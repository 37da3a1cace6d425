package dk.borgerbro.core.internal.value;

import java.util.Optional;
import org.iban4j.IbanFormatException;
import org.iban4j.IbanFormatException.IbanFormatViolation;
import org.iban4j.IbanUtil;
import org.iban4j.InvalidCheckDigitException;
import org.iban4j.UnsupportedCountryException;

/**
 * Lengths, forms and check digits of all countries, by iban4j.
 *
 * <p>Its exceptions quote the number in their messages, so they end here and are never attached as a cause.
 */
public final class IbanCheck {
    private static final String OTHER_FORM = "does not have the length or form that its country uses";

    private IbanCheck() {}

    /**
     * {@return what is wrong, in words without the number; empty if it is an IBAN}
     *
     * @param compact upper-case letters and digits, at least five
     */
    public static Optional<String> problemOf(String compact) {
        try {
            IbanUtil.validate(compact);
            return hasReservedCheckDigits(compact)
                    ? Optional.of("has check digits outside 02 to 98, which no bank issues")
                    : Optional.empty();
        } catch (InvalidCheckDigitException e) {
            return Optional.of("has wrong check digits; look for swapped or mistyped characters");
        } catch (UnsupportedCountryException e) {
            return Optional.of("begins with a country that has no IBAN");
        } catch (IbanFormatException e) {
            return Optional.of(
                    e.getFormatViolation() == IbanFormatViolation.COUNTRY_CODE_EXISTS
                            ? "begins with no country code"
                            : OTHER_FORM);
        }
    }

    /**
     * {@return the two check digits}
     *
     * @param country two upper-case letters of a country that has IBANs
     * @param bban the national part in its right length
     */
    public static String checkDigits(String country, String bban) {
        return IbanUtil.calculateCheckDigit(country + "00" + bban);
    }

    /** ISO 7064 yields 02 to 98; 00, 01 and 99 leave the same remainder as 97, 98 and 02, so the library lets them pass. */
    private static boolean hasReservedCheckDigits(String compact) {
        String digits = compact.substring(2, 4);
        return digits.equals("00") || digits.equals("01") || digits.equals("99");
    }
}

package dk.borgerbro.core.id;

import dk.borgerbro.core.error.InvalidInputException;
import dk.borgerbro.core.internal.value.CheckSum;
import dk.borgerbro.core.internal.value.Digits;

/** The form that CVR and SE numbers share: eight digits, no leading zero, weighted sum divisible by 11. */
final class CompanyForm {
    private static final int[] WEIGHTS = {2, 7, 6, 5, 4, 3, 2, 1};

    private CompanyForm() {}

    static void require(String type, String value) {
        if (!Digits.areDigits(value, 8)) {
            throw InvalidInputException.ofValue(
                    type, "must be exactly 8 digits, but has " + value.length() + " characters");
        }
        if (value.charAt(0) == '0') {
            throw InvalidInputException.ofValue(type, "must not begin with 0");
        }
        if (CheckSum.weighted(value, WEIGHTS) % 11 != 0) {
            throw InvalidInputException.ofValue(type, "has a wrong check digit; look for swapped or mistyped digits");
        }
    }

    /** {@return the text without blanks and without the country letters of a VAT number} */
    static String compact(String text) {
        String compact = Digits.withoutSpacing(text);
        return compact.regionMatches(true, 0, "DK", 0, 2) ? compact.substring(2) : compact;
    }
}

package dk.borgerbro.core.id;

import dk.borgerbro.core.error.InvalidInputException;

/** The checks that several numbers share. */
final class CheckDigits {
    private static final int[] CVR_WEIGHTS = {2, 7, 6, 5, 4, 3, 2, 1};

    private CheckDigits() {}

    static void requireCvrForm(String type, String value) {
        if (!hasDigits(value, 8)) {
            throw InvalidInputException.ofValue(
                    type, "must be exactly 8 digits, but has " + value.length() + " characters");
        }
        if (value.charAt(0) == '0') {
            throw InvalidInputException.ofValue(type, "must not begin with 0");
        }
        if (weightedSum(value, CVR_WEIGHTS) % 11 != 0) {
            throw InvalidInputException.ofValue(type, "has a wrong check digit; look for swapped or mistyped digits");
        }
    }

    /** ASCII digits only: other scripts' digits would travel into a wire format. */
    static boolean hasDigits(String value, int count) {
        return value.length() == count && value.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    static int weightedSum(String digits, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (digits.charAt(i) - '0');
        }
        return sum;
    }
}

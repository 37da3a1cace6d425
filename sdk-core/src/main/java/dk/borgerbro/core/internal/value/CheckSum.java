package dk.borgerbro.core.internal.value;

/** Check sums over digits. The callers have made sure that there are only digits. */
public final class CheckSum {
    private CheckSum() {}

    /**
     * {@return the sum of digit times weight over the first digits}
     *
     * @param digits at least as many as there are weights
     */
    public static int weighted(String digits, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (digits.charAt(i) - '0');
        }
        return sum;
    }

    /** {@return the last digit that makes these complete, with weights 3 1 3 1 from the right (GS1 modulus 10)} */
    public static int gs1CheckDigit(String digits) {
        int sum = 0;
        int weight = 3;
        for (int i = digits.length() - 1; i >= 0; i--) {
            sum += weight * (digits.charAt(i) - '0');
            weight = 4 - weight;
        }
        return complement(sum);
    }

    /** {@return the last digit that makes these complete, with weights 2 1 2 1 from the right and digit sums (Luhn)} */
    public static int luhnCheckDigit(String digits) {
        int sum = 0;
        int weight = 2;
        for (int i = digits.length() - 1; i >= 0; i--) {
            int product = weight * (digits.charAt(i) - '0');
            sum += product > 9 ? product - 9 : product;
            weight = 3 - weight;
        }
        return complement(sum);
    }

    private static int complement(int sum) {
        return (10 - sum % 10) % 10;
    }
}

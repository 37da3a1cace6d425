package dk.borgerbro.core.money;

import dk.borgerbro.core.error.InvalidInputException;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount in Danish kroner (DKK) with exactly two decimals, negative ones included.
 *
 * <p>Up to 9,999,999,999,999,999.99 either way, which are the 18 digits that ISO 20022 allows. Nothing is ever rounded: what does
 * not fit into two decimals is refused. Immutable, so safe between threads.
 */
public final class Amount implements Comparable<Amount>, Serializable {
    private static final long serialVersionUID = 1L;

    /** No money: 0.00. */
    public static final Amount ZERO = new Amount(0);

    static final int DECIMALS = 2;
    static final long LARGEST = 999_999_999_999_999_999L;
    private static final int LARGEST_KRONER_DIGITS = 16;

    private final long oere;

    private Amount(long oere) {
        this.oere = oere;
    }

    /**
     * {@return the amount}
     *
     * @param text kroner as XML and databases write them: optional sign, digits, a point, at most two decimals, such as
     *     {@code 1250.05}; surrounding white space is accepted. No thousands separators, no decimal comma, no exponent: {@code 1.250}
     *     is refused, because it means two things
     * @throws InvalidInputException if the text has another form or is too large; the caller must mend the input
     */
    public static Amount dkk(String text) {
        return new Amount(AmountText.parseOere(text.strip()));
    }

    /**
     * {@return the amount}
     *
     * @param kroner any scale, as long as no more than two decimals are in use
     * @throws InvalidInputException if rounding would be needed or it is too large; the caller must decide how to round
     */
    public static Amount dkk(BigDecimal kroner) {
        // Stripping first keeps a scale of a thousand million, as 1E-1000000000 has, from becoming that many digits.
        BigDecimal exact = kroner.scale() > DECIMALS ? kroner.stripTrailingZeros() : kroner;
        if (exact.scale() > DECIMALS) {
            throw refused("has more than two decimals; round it first");
        }
        if (exact.signum() == 0) {
            return ZERO;
        }
        if ((long) exact.precision() - exact.scale() > LARGEST_KRONER_DIGITS) {
            throw tooLarge();
        }
        return new Amount(exact.setScale(DECIMALS, RoundingMode.UNNECESSARY)
                .unscaledValue()
                .longValueExact());
    }

    /**
     * {@return the amount}
     *
     * @param oere hundredths of a krone (da: øre)
     * @throws InvalidInputException if it is too large
     */
    public static Amount ofOere(long oere) {
        if (oere > LARGEST || oere < -LARGEST) {
            throw tooLarge();
        }
        return new Amount(oere);
    }

    /** {@return hundredths of a krone (da: øre)} */
    public long toOere() {
        return oere;
    }

    /** {@return kroner, with a scale of exactly 2} */
    public BigDecimal toBigDecimal() {
        return BigDecimal.valueOf(oere, DECIMALS);
    }

    /**
     * {@return the sum}
     *
     * @throws InvalidInputException if it is too large
     */
    public Amount plus(Amount other) {
        return ofOere(oere + other.oere);
    }

    /**
     * {@return the difference}
     *
     * @throws InvalidInputException if it is too large
     */
    public Amount minus(Amount other) {
        return ofOere(oere - other.oere);
    }

    /** {@return the same amount with the other sign} */
    public Amount negate() {
        return new Amount(-oere);
    }

    /** {@return the amount without its sign} */
    public Amount abs() {
        return oere < 0 ? negate() : this;
    }

    /** {@return whether this is 0.00} */
    public boolean isZero() {
        return oere == 0;
    }

    /** {@return whether this is more than 0.00} */
    public boolean isPositive() {
        return oere > 0;
    }

    /** {@return whether this is less than 0.00} */
    public boolean isNegative() {
        return oere < 0;
    }

    @Override
    public int compareTo(Amount other) {
        return Long.compare(oere, other.oere);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Amount that && oere == that.oere;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(oere);
    }

    /** {@return kroner with a point and two decimals, such as {@code 1250.05} or {@code -0.05}; {@link #dkk(String)} reads it back} */
    @Override
    public String toString() {
        return AmountText.ofOere(oere);
    }

    static InvalidInputException refused(String message) {
        return InvalidInputException.ofValue("Amount", message);
    }

    static InvalidInputException tooLarge() {
        return refused("is larger than 9999999999999999.99, the most that payment formats can carry");
    }

    /** A stream can hold anything; what comes out of it is checked as any other input. */
    private Object readResolve() {
        return ofOere(oere);
    }
}

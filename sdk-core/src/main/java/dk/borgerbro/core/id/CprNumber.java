package dk.borgerbro.core.id;

import dk.borgerbro.core.error.InvalidInputException;
import dk.borgerbro.core.internal.value.CheckSum;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.Month;
import java.time.chrono.IsoChronology;
import java.util.Optional;

/**
 * A CPR number (da: personnummer): the ten digits {@code DDMMYYSSSS} that name a person in Denmark.
 *
 * <p>Checked is that the first six digits are a real date in the century that the seventh digit points to. The modulus 11
 * check digit stopped being a rule in 2007 and is information only. Dates in the future are accepted: official test persons have
 * them.
 *
 * <p>Some registers use constructed numbers for people without a CPR number, with 60 added to the day. They are accepted, have no
 * {@link #birthDate()}, and not every service takes them; see {@link #isConstructed()}.
 *
 * <p>Personal data: it prints as {@code CPR(hidden)}, and errors never repeat it. It is a class and not a record, and has no bean
 * accessors, so that libraries which write objects by their components do not write it by accident; {@link #value()} and
 * {@link #formatted()} are the deliberate acts. Immutable, so safe between threads and as a key of a map.
 */
public final class CprNumber implements Comparable<CprNumber>, Serializable {
    private static final long serialVersionUID = 1L;

    private static final int[] WEIGHTS = {4, 3, 2, 7, 6, 5, 4, 3, 2, 1};
    private static final String UNKNOWN_PERSON = "0000000000";
    private static final int CONSTRUCTED_DAY_OFFSET = 60;

    private final String value;

    private CprNumber(String value) {
        this.value = value;
    }

    /**
     * {@return the number}
     *
     * @param text ten digits, with or without a hyphen or blanks after the sixth; surrounding blanks are accepted
     * @throws InvalidInputException if the text has another form, holds an impossible date, or is {@code 0000000000}, which stands
     *     for an unknown person in some formats; the caller must mend the input
     */
    public static CprNumber of(String text) {
        String digits = CprDigits.in(text);
        if (digits.equals(UNKNOWN_PERSON)) {
            throw CprDigits.refused("is the filler for an unknown person, ten zeros; a real number is needed");
        }
        requireRealDate(digits);
        return new CprNumber(digits);
    }

    /** {@return the ten digits without hyphen, for the wire; personal data} */
    public String value() {
        return value;
    }

    /** {@return the number as people write it, {@code DDMMYY-SSSS}; personal data} */
    public String formatted() {
        return value.substring(0, 6) + '-' + value.substring(6);
    }

    /**
     * {@return the printed form with every digit hidden, <code>******-****</code>, for screens and files that keep the layout}
     *
     * <p>No digit is left, because the first six are a birth date, and whoever knows the birth date needs only the last two and the
     * check digit rule to find the rest.
     */
    public String masked() {
        return "******-****";
    }

    /** {@return the date of birth in the number; empty for a constructed number, whose date may be anything} */
    public Optional<LocalDate> birthDate() {
        return isConstructed()
                ? Optional.empty()
                : Optional.of(LocalDate.of(year(value), pair(value, 2), pair(value, 0)));
    }

    /** {@return whether 60 was added to the day, so that a register made the number for somebody without a CPR number} */
    public boolean isConstructed() {
        return pair(value, 0) > CONSTRUCTED_DAY_OFFSET;
    }

    /**
     * {@return whether the weighted sum (4 3 2 7 6 5 4 3 2 1) is divisible by 11}
     *
     * <p>Information only: the register has given out numbers without it since 2007.
     */
    public boolean passesModulus11() {
        return CheckSum.weighted(value, WEIGHTS) % 11 == 0;
    }

    /** {@return what the last digit says; of no meaning in a {@linkplain #isConstructed() constructed} number} */
    public Sex sex() {
        return (value.charAt(9) - '0') % 2 == 0 ? Sex.FEMALE : Sex.MALE;
    }

    /** Orders by the digits, which is not by age. */
    @Override
    public int compareTo(CprNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CprNumber that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** {@return {@code CPR(hidden)}, always} */
    @Override
    public String toString() {
        return "CPR(hidden)";
    }

    private static void requireRealDate(String digits) {
        int day = pair(digits, 0);
        int month = pair(digits, 2);
        boolean constructed = day > CONSTRUCTED_DAY_OFFSET;
        int dayOfMonth = constructed ? day - CONSTRUCTED_DAY_OFFSET : day;
        // The digits after a constructed date are free, so they name no century: 2000 has every leap day that any
        // century has.
        int year = constructed ? 2000 + pair(digits, 4) : year(digits);
        boolean real = month >= 1
                && month <= 12
                && dayOfMonth >= 1
                && dayOfMonth <= Month.of(month).length(IsoChronology.INSTANCE.isLeapYear(year));
        if (!real) {
            throw CprDigits.refused("holds no real date: the first six digits must be DDMMYY in the century that the"
                    + " seventh points to, or have 60 added to the day");
        }
    }

    private static int year(String digits) {
        int yearOfCentury = pair(digits, 4);
        return CprCentury.of(digits.charAt(6) - '0', yearOfCentury) + yearOfCentury;
    }

    private static int pair(String digits, int at) {
        return (digits.charAt(at) - '0') * 10 + digits.charAt(at + 1) - '0';
    }

    /** A stream can hold anything; what comes out of it is checked as any other input. */
    private Object readResolve() {
        return of(value);
    }
}

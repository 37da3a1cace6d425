package dk.borgerbro.core.money;

import dk.borgerbro.core.error.InvalidInputException;
import dk.borgerbro.core.internal.value.Digits;
import dk.borgerbro.core.internal.value.IbanCheck;
import java.io.Serializable;
import java.util.Optional;

/**
 * An international bank account number (ISO 13616), of any country in the registry.
 *
 * <p>Checked are the country, its length and form, and the check digits (ISO 7064 modulus 97, 02 to 98).
 *
 * <p>Personal data of whoever owns the account: it prints as {@code IBAN(hidden)}, errors never repeat it; {@link #value()} and
 * {@link #formatted()} are the deliberate acts. Immutable, so safe between threads.
 */
public final class Iban implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int HEAD_LENGTH = 4;
    private static final int MAX_LENGTH = 34;
    private static final int VISIBLE_LENGTH = 4;

    private final String value;

    private Iban(String value) {
        this.value = value;
    }

    /**
     * {@return the number}
     *
     * @param text blanks and lower-case letters are accepted
     * @throws InvalidInputException if the text is no IBAN; the caller must mend the input
     */
    public static Iban of(String text) {
        String compact = upperCase(Digits.withoutSpacing(text));
        Optional<String> problem = IbanCheck.problemOf(compact);
        if (problem.isPresent()) {
            throw refused(problem.get());
        }
        return new Iban(compact);
    }

    /** {@return the IBAN of a national number that is known to be right} */
    static Iban ofParts(String countryCode, String bban) {
        return new Iban(countryCode + IbanCheck.checkDigits(countryCode, bban) + bban);
    }

    /** {@return the number without blanks, in upper case, for the wire; personal data} */
    public String value() {
        return value;
    }

    /** {@return the number in groups of four, as people write it; personal data} */
    public String formatted() {
        StringBuilder groups = new StringBuilder(value.length() + value.length() / 4);
        for (int i = 0; i < value.length(); i++) {
            if (i > 0 && i % 4 == 0) {
                groups.append(' ');
            }
            groups.append(value.charAt(i));
        }
        return groups.toString();
    }

    /** {@return the country and the last four characters, <code>DK************6243</code>, so that the owner can recognise it} */
    public String masked() {
        int hidden = value.length() - 2 - VISIBLE_LENGTH;
        return countryCode() + "*".repeat(hidden) + value.substring(value.length() - VISIBLE_LENGTH);
    }

    /** {@return the two letters of the country} */
    public String countryCode() {
        return value.substring(0, 2);
    }

    /** {@return the national part, without country and check digits; personal data} */
    public String bban() {
        return value.substring(HEAD_LENGTH);
    }

    /** {@return which part of the kingdom it belongs to; empty for a foreign number} */
    public Optional<IbanArea> area() {
        for (IbanArea area : IbanArea.values()) {
            if (value.startsWith(area.countryCode())) {
                return Optional.of(area);
            }
        }
        return Optional.empty();
    }

    /**
     * {@return registration and account number; empty for a foreign number}
     *
     * <p>Faroese and Greenlandic numbers have them too. The way back needs the {@link #area()}.
     */
    public Optional<DanishAccount> toDanishAccount() {
        return area().map(area -> DanishAccount.of(bban()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Iban that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** {@return {@code IBAN(hidden)}, always} */
    @Override
    public String toString() {
        return "IBAN(hidden)";
    }

    /** By hand and in ASCII: the language of the machine must not decide what an account number is. */
    private static String upperCase(String compact) {
        if (compact.length() <= HEAD_LENGTH || compact.length() > MAX_LENGTH) {
            throw refused("must have 5 to 34 letters and digits, but has " + compact.length());
        }
        char[] upper = new char[compact.length()];
        for (int i = 0; i < upper.length; i++) {
            char c = compact.charAt(i);
            boolean lower = c >= 'a' && c <= 'z';
            if (!lower && !Digits.isDigit(c) && !(c >= 'A' && c <= 'Z')) {
                throw refused("must be the letters A to Z and digits, with blanks at most");
            }
            upper[i] = lower ? (char) (c - 'a' + 'A') : c;
        }
        return new String(upper);
    }

    private static InvalidInputException refused(String message) {
        return InvalidInputException.ofValue("Iban", message);
    }

    /** A stream can hold anything; what comes out of it is checked as any other input. */
    private Object readResolve() {
        return of(value);
    }
}

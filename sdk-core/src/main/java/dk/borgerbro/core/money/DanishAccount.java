package dk.borgerbro.core.money;

import dk.borgerbro.core.error.InvalidInputException;
import dk.borgerbro.core.internal.value.Digits;
import java.io.Serializable;

/**
 * A Danish bank account: four digits of registration number (da: registreringsnummer) and ten digits of account number.
 *
 * <p>Shorter account numbers get zeros in front. No check digit is verified, because only some banks have one and they differ.
 *
 * <p>Personal data of whoever owns it: it prints as {@code Account(hidden)}, errors never repeat it; {@link #bban()} and the other
 * accessors are the deliberate acts. Immutable, so safe between threads.
 */
public final class DanishAccount implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int REGISTRATION_LENGTH = 4;
    private static final int ACCOUNT_LENGTH = 10;

    private final String bban;

    private DanishAccount(String bban) {
        this.bban = bban;
    }

    /**
     * {@return the account}
     *
     * @param registrationNumber four digits
     * @param accountNumber one to ten digits; blanks are accepted in both
     * @throws InvalidInputException if one of them has another form; the caller must mend the input
     */
    public static DanishAccount of(String registrationNumber, String accountNumber) {
        String registration = Digits.withoutSpacing(registrationNumber);
        String account = Digits.withoutSpacing(accountNumber);
        if (!Digits.areDigits(registration, REGISTRATION_LENGTH)) {
            throw refused("needs a registration number of exactly 4 digits");
        }
        if (account.isEmpty() || account.length() > ACCOUNT_LENGTH || !Digits.areDigits(account)) {
            throw refused("needs an account number of 1 to 10 digits");
        }
        return new DanishAccount(registration + Digits.padded(account, ACCOUNT_LENGTH));
    }

    /**
     * {@return the account}
     *
     * @param text fourteen digits, or registration number and account number with blanks or a hyphen in between
     * @throws InvalidInputException if the text has another form; the caller must mend the input
     */
    public static DanishAccount of(String text) {
        String trimmed = text.strip();
        if (Digits.areDigits(trimmed, REGISTRATION_LENGTH + ACCOUNT_LENGTH)) {
            return new DanishAccount(trimmed);
        }
        boolean parted = trimmed.length() > REGISTRATION_LENGTH + 1 && isSeparator(trimmed.charAt(REGISTRATION_LENGTH));
        if (!parted) {
            throw refused("must be 14 digits, or 4 digits, a blank or hyphen, and 1 to 10 digits");
        }
        return of(trimmed.substring(0, REGISTRATION_LENGTH), trimmed.substring(REGISTRATION_LENGTH + 1));
    }

    /** {@return the four digits that name the bank's branch} */
    public String registrationNumber() {
        return bban.substring(0, REGISTRATION_LENGTH);
    }

    /** {@return the ten digits, leading zeros included; personal data} */
    public String accountNumber() {
        return bban.substring(REGISTRATION_LENGTH);
    }

    /** {@return registration and account number together, fourteen digits (basic bank account number); personal data} */
    public String bban() {
        return bban;
    }

    /** {@return the IBAN of an account in Denmark} */
    public Iban toIban() {
        return toIban(IbanArea.DENMARK);
    }

    /**
     * {@return the IBAN}
     *
     * @param area where the bank is; banks of the Faroe Islands and Greenland share the Danish registration numbers, so the digits
     *     do not say
     */
    public Iban toIban(IbanArea area) {
        return Iban.ofParts(area.countryCode(), bban);
    }

    /** {@return the account with only its last four digits, <code>**** ******6243</code>, so that the owner can recognise it} */
    public String masked() {
        return "**** ******" + bban.substring(bban.length() - 4);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DanishAccount that && bban.equals(that.bban);
    }

    @Override
    public int hashCode() {
        return bban.hashCode();
    }

    /** {@return {@code Account(hidden)}, always} */
    @Override
    public String toString() {
        return "Account(hidden)";
    }

    private static boolean isSeparator(char c) {
        return Digits.isSpacing(c) || Digits.isHyphen(c);
    }

    private static InvalidInputException refused(String message) {
        return InvalidInputException.ofValue("DanishAccount", message);
    }

    /** A stream can hold anything; what comes out of it is checked as any other input. */
    private Object readResolve() {
        return of(bban);
    }
}

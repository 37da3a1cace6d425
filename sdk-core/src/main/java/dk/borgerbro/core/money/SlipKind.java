package dk.borgerbro.core.money;

import dk.borgerbro.core.error.InvalidInputException;
import dk.borgerbro.core.internal.value.CheckSum;
import dk.borgerbro.core.internal.value.Digits;
import java.util.Optional;

/** The kinds of payment slip (da: kortart): which parts the printed line has, and whether the payer may add a text. */
public enum SlipKind {
    /** Giro slip without payment id, with text. */
    GIRO_01("01", 0, true),
    /** Giro slip with a payment id of up to 16 digits, without text. */
    GIRO_04("04", 16, false),
    /** Giro slip with a payment id of up to 16 digits, without text. */
    GIRO_15("15", 16, false),
    /** Common slip (FIK) with a payment id of 15 digits, without text. */
    FIK_71("71", 15, false),
    /** Common slip (FIK) without payment id, with text. */
    FIK_73("73", 0, true),
    /** Common slip (FIK) with a payment id of 16 digits, with text. */
    FIK_75("75", 16, true);

    private final String code;
    private final int paymentIdLength;
    private final boolean allowsText;

    SlipKind(String code, int paymentIdLength, boolean allowsText) {
        this.code = code;
        this.paymentIdLength = paymentIdLength;
        this.allowsText = allowsText;
    }

    /** {@return the kind with this two-digit code; empty if there is none} */
    public static Optional<SlipKind> ofCode(String code) {
        for (SlipKind kind : values()) {
            if (kind.code.equals(code)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** {@return the two digits} */
    public String code() {
        return code;
    }

    /** {@return whether the creditor is a giro number of 7 or 8 digits, rather than a creditor number of 8} */
    public boolean isGiro() {
        return code.charAt(0) != '7';
    }

    /** {@return whether a payment id is required; the others must have none} */
    public boolean hasPaymentId() {
        return paymentIdLength > 0;
    }

    /** {@return the digits of a payment id, check digit included; 0 when the kind has none} */
    public int paymentIdLength() {
        return paymentIdLength;
    }

    /** {@return whether the payer may send a text along} */
    public boolean allowsText() {
        return allowsText;
    }

    /**
     * {@return the payment id that stands for a number of the creditor's own, such as an invoice number: zeros in front, check
     * digit behind}
     *
     * @param number digits without check digit, fewer than {@link #paymentIdLength()}
     * @throws InvalidInputException if the kind has no payment id, or the number is empty, too long or not digits
     */
    public String paymentIdOf(String number) {
        if (!hasPaymentId()) {
            throw refused("of kind " + code + " has no payment id");
        }
        if (number.isEmpty() || number.length() >= paymentIdLength || !Digits.areDigits(number)) {
            throw refused("of kind " + code + " needs 1 to " + (paymentIdLength - 1)
                    + " digits to make a payment id of, before the check digit");
        }
        return Digits.padded(number, paymentIdLength - 1) + CheckSum.luhnCheckDigit(number);
    }

    /** {@return the payment id in full length; giro ids may come without their leading zeros} */
    String requirePaymentId(String id) {
        if (!hasPaymentId()) {
            if (id.isEmpty()) {
                return id;
            }
            throw refused("of kind " + code + " must have no payment id");
        }
        boolean lengthFits = isGiro() ? id.length() <= paymentIdLength : id.length() == paymentIdLength;
        if (id.isEmpty() || !lengthFits || !Digits.areDigits(id)) {
            throw refused("of kind " + code + " needs a payment id of " + (isGiro() ? "at most " : "exactly ")
                    + paymentIdLength + " digits");
        }
        int last = id.length() - 1;
        if (CheckSum.luhnCheckDigit(id.substring(0, last)) != id.charAt(last) - '0') {
            throw refused("has a wrong check digit at the end of its payment id; look for swapped or mistyped digits");
        }
        return Digits.padded(id, paymentIdLength);
    }

    String requireCreditor(String number) {
        boolean lengthFits = number.length() == 8 || (isGiro() && number.length() == 7);
        if (!lengthFits || !Digits.areDigits(number)) {
            throw refused("of kind " + code
                    + (isGiro() ? " needs a giro number of 7 or 8 digits" : " needs a creditor number of 8 digits"));
        }
        return number;
    }

    static InvalidInputException refused(String message) {
        return InvalidInputException.ofValue("PaymentSlip", message);
    }
}

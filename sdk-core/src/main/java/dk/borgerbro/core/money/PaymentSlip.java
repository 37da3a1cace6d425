package dk.borgerbro.core.money;

import dk.borgerbro.core.error.InvalidInputException;
import dk.borgerbro.core.internal.value.Digits;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;

/**
 * The machine-readable line of a payment slip (da: indbetalingskort): kind, payment id where the kind has one, creditor.
 *
 * <p>The last digit of a payment id is a check digit (modulus 10 with weights 2 1 2 1 from the right and digit sums). The text that
 * some kinds allow is no part of the line.
 *
 * <p>A payment id leads to a person's bill: it prints as {@code Slip(71, hidden)}, errors never repeat it; the accessors are the
 * deliberate acts. Immutable, so safe between threads.
 */
public final class PaymentSlip implements Serializable {
    private static final long serialVersionUID = 1L;

    private final SlipKind kind;
    private final String paymentId;
    private final String creditor;

    private PaymentSlip(SlipKind kind, String paymentId, String creditor) {
        this.kind = kind;
        this.paymentId = kind.requirePaymentId(paymentId);
        this.creditor = kind.requireCreditor(creditor);
    }

    /**
     * {@return a slip with a payment id}
     *
     * @param kind one that {@linkplain SlipKind#hasPaymentId() has} a payment id
     * @param paymentId exactly 15 digits for kind 71, 16 for 75, at most 16 for 04 and 15, which get zeros in front; check digit
     *     included, see {@link SlipKind#paymentIdOf(String)} to make one; blanks are accepted
     * @param creditor creditor number of 8 digits for kinds 71 and 75, giro number of 7 or 8 for 04 and 15
     * @throws InvalidInputException if a part does not fit the kind or the check digit is wrong; the caller must mend the input
     */
    public static PaymentSlip of(SlipKind kind, String paymentId, String creditor) {
        return new PaymentSlip(kind, Digits.withoutSpacing(paymentId), Digits.withoutSpacing(creditor));
    }

    /**
     * {@return a slip without a payment id}
     *
     * @param kind 01 or 73
     * @param creditor giro number of 7 or 8 digits for kind 01, creditor number of 8 for 73
     * @throws InvalidInputException if the creditor does not fit or the kind needs a payment id; the caller must mend the input
     */
    public static PaymentSlip of(SlipKind kind, String creditor) {
        return of(kind, "", creditor);
    }

    /**
     * {@return the slip}
     *
     * @param line as printed at the foot, such as {@code +71<000000000123455+81234560<}; blanks are accepted, and so is a line
     *     without its first or last sign
     * @throws InvalidInputException if the line has another form, an unknown kind or a wrong check digit; the caller must mend it
     */
    public static PaymentSlip ofLine(String line) {
        String compact = Digits.withoutSpacing(line);
        int start = compact.startsWith("+") || compact.startsWith(">") ? 1 : 0;
        int end = compact.endsWith("<") ? compact.length() - 1 : compact.length();
        int angle = compact.indexOf('<', start);
        int plus = compact.indexOf('+', start);
        if (angle != start + 2 || plus < angle || plus >= end) {
            throw SlipKind.refused("must be a line such as +KK<payment id+creditor<");
        }
        SlipKind kind = SlipKind.ofCode(compact.substring(start, angle))
                .orElseThrow(() -> SlipKind.refused("must be of kind 01, 04, 15, 71, 73 or 75"));
        return new PaymentSlip(kind, compact.substring(angle + 1, plus), compact.substring(plus + 1, end));
    }

    /** {@return the kind} */
    public SlipKind kind() {
        return kind;
    }

    /** {@return the payment id in full length, check digit included; empty if the kind has none; personal data} */
    public Optional<String> paymentId() {
        return kind.hasPaymentId() ? Optional.of(paymentId) : Optional.empty();
    }

    /** {@return the giro number, or the creditor number of kinds 71, 73 and 75} */
    public String creditor() {
        return creditor;
    }

    /** {@return the line as printed, such as {@code +71<000000000123455+81234560<}; personal data} */
    public String line() {
        return "+" + kind.code() + "<" + paymentId + "+" + creditor + "<";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PaymentSlip that
                && kind == that.kind
                && paymentId.equals(that.paymentId)
                && creditor.equals(that.creditor);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, paymentId, creditor);
    }

    /** {@return the kind and nothing else, such as {@code Slip(71, hidden)}} */
    @Override
    public String toString() {
        return "Slip(" + kind.code() + ", hidden)";
    }

    /** A stream can hold anything; what comes out of it is checked as any other input. */
    private Object readResolve() {
        return new PaymentSlip(kind, paymentId, creditor);
    }
}

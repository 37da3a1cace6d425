package dk.borgerbro.digitalpost.receipt;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What Digital Post says about a message. Codes that come up later are kept as they are, never refused. */
public final class ReceiptStatus {
    /** Taken over. */
    public static final ReceiptStatus RECEIVED = new ReceiptStatus("RECEIVED");
    /** Valid and processed. */
    public static final ReceiptStatus COMPLETED = new ReceiptStatus("COMPLETED");
    /** The message failed validation. */
    public static final ReceiptStatus INVALID = new ReceiptStatus("INVALID");
    /** Sender or recipient is not permitted. */
    public static final ReceiptStatus NOT_ALLOWED = new ReceiptStatus("NOT_ALLOWED");

    private static final Set<ReceiptStatus> KNOWN = Set.of(RECEIVED, COMPLETED, INVALID, NOT_ALLOWED);

    private final String wire;

    private ReceiptStatus(String wire) {
        this.wire = wire;
    }

    /** {@return the status with this code} */
    public static ReceiptStatus of(String wire) {
        return new ReceiptStatus(wire);
    }

    /** {@return whether this version of the SDK knows the code} */
    public boolean isKnown() {
        return KNOWN.contains(this);
    }

    /** {@return whether it says that the message was refused} */
    public boolean isRefusal() {
        return equals(INVALID) || equals(NOT_ALLOWED);
    }

    /** {@return the code} */
    public String text() {
        return wire;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ReceiptStatus status && status.wire.equals(wire);
    }

    @Override
    public int hashCode() {
        return wire.hashCode();
    }

    @Override
    public String toString() {
        return wire;
    }
}

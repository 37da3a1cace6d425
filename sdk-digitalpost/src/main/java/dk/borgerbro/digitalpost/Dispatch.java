package dk.borgerbro.digitalpost;

import dk.borgerbro.core.journal.JournalState;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is known of a message that was sent, or begun to be sent, under a business key. Immutable. */
public final class Dispatch {
    private final JournalState state;
    private final UUID messageUuid;
    private final @Nullable SendReceipt receipt;

    private Dispatch(JournalState state, UUID messageUuid, @Nullable SendReceipt receipt) {
        this.state = state;
        this.messageUuid = messageUuid;
        this.receipt = receipt;
    }

    /** {@return a message whose fate is known to be this, or not known} */
    public static Dispatch of(JournalState state, UUID messageUuid) {
        return new Dispatch(state, messageUuid, null);
    }

    /** {@return a message that Digital Post took over} */
    public static Dispatch accepted(SendReceipt receipt) {
        return new Dispatch(JournalState.ACCEPTED, receipt.messageUuid(), receipt);
    }

    /** {@return how far it has come} */
    public JournalState state() {
        return state;
    }

    /** {@return the id under which Digital Post knows the message, if it got it} */
    public UUID messageUuid() {
        return messageUuid;
    }

    /** {@return the technical receipt, present if Digital Post took it over} */
    public Optional<SendReceipt> receipt() {
        return Optional.ofNullable(receipt);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Dispatch that
                && state == that.state
                && messageUuid.equals(that.messageUuid)
                && receipt().equals(that.receipt());
    }

    @Override
    public int hashCode() {
        return messageUuid.hashCode();
    }

    @Override
    public String toString() {
        return "Dispatch(" + messageUuid + ", " + state + ")";
    }
}

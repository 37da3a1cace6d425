package dk.borgerbro.digitalpost.receipt;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The business receipts that wait for the sender's system. Thread-safe. They come within seconds or minutes, under load after hours, so
 * a missing one is not a failure.
 *
 * <p>Calls fail with {@link dk.borgerbro.core.error.ServiceException} or {@link dk.borgerbro.core.error.TransportException}.
 */
public interface ReceiptInbox {
    /**
     * Hands every waiting receipt to a handler and deletes it at the service after the handler has returned. If the process dies in
     * between, the receipt comes again: the handler must bear that. So does the receipt of a message that is being sent right now, as
     * the journal cannot take it in yet.
     *
     * @param handler stores the receipt; what it throws reaches the caller, and the receipt stays
     * @return how many were handled
     */
    int process(Consumer<Receipt> handler);

    /**
     * {@return ids of waiting receipts}
     *
     * @param page from 0
     * @param size 1 to 1000
     */
    List<UUID> list(int page, int size);

    /** {@return a receipt, which stays at the service; empty if it is gone} */
    Optional<Receipt> fetch(UUID receiptId);

    /** Deletes a receipt; one that is gone already is no error. */
    void delete(UUID receiptId);
}

package dk.borgerbro.digitalpost.internal;

import dk.borgerbro.core.journal.Claim;
import dk.borgerbro.core.journal.Journal;
import dk.borgerbro.core.journal.JournalEntry;
import dk.borgerbro.core.journal.JournalState;
import dk.borgerbro.digitalpost.SendReceipt;
import dk.borgerbro.digitalpost.receipt.Receipt;
import dk.borgerbro.digitalpost.receipt.ReceiptStatus;
import java.time.Clock;
import java.time.Duration;

/** A business receipt proves that the message arrived: it settles what was left unknown. */
final class OutcomesFromReceipts {
    private final Journal journal;
    private final Duration lease;
    private final Clock clock;

    OutcomesFromReceipts(Journal journal, Duration lease, Clock clock) {
        this.journal = journal;
        this.lease = lease;
        this.clock = clock;
    }

    /**
     * Settles the entry of the message, if there is one whose outcome is not known.
     *
     * @return false if somebody holds the entry right now, so that the receipt is needed once more
     */
    boolean learn(Receipt receipt) {
        return receipt.messageUuid()
                .flatMap(uuid -> journal.findByWireId(WireIds.SERVICE, WireIds.MESSAGE_UUID, uuid.toString()))
                .filter(entry -> teaches(receipt, entry))
                .map(entry -> settle(entry, receipt))
                .orElse(true);
    }

    /** That a refused message was refused is known; taking it over now would keep it from being sent again. */
    private static boolean teaches(Receipt receipt, JournalEntry entry) {
        boolean refusedTwice =
                entry.state() == JournalState.REFUSED && receipt.status().isRefusal();
        return entry.state() != JournalState.ACCEPTED && !refusedTwice;
    }

    private boolean settle(JournalEntry entry, Receipt receipt) {
        Claim claim = journal.claim(entry.key(), entry.contentDigest(), entry.wireIds(), lease);
        if (claim.verdict() == Claim.Verdict.RESOLVE || claim.verdict() == Claim.Verdict.SEND) {
            SendReceipt technical = new SendReceipt(
                    WireIds.messageUuid(entry),
                    receipt.messageId(),
                    receipt.transmissionId(),
                    ReceiptStatus.RECEIVED,
                    receipt.time().orElseGet(clock::instant));
            journal.settle(claim, JournalState.ACCEPTED, StoredReceipt.write(technical));
        }
        return claim.verdict() != Claim.Verdict.BUSY;
    }
}

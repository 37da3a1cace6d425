package dk.borgerbro.digitalpost.internal;

import dk.borgerbro.core.error.CallReference;
import dk.borgerbro.core.error.ConfigurationException;
import dk.borgerbro.core.error.CredentialException;
import dk.borgerbro.core.error.Finding;
import dk.borgerbro.core.error.InvalidInputException;
import dk.borgerbro.core.error.NotSentException;
import dk.borgerbro.core.error.OutcomeUnknownException;
import dk.borgerbro.core.error.ServiceException;
import dk.borgerbro.core.error.StorageException;
import dk.borgerbro.core.http.HttpBody;
import dk.borgerbro.core.journal.Claim;
import dk.borgerbro.core.journal.Journal;
import dk.borgerbro.core.journal.JournalEntry;
import dk.borgerbro.core.journal.JournalKey;
import dk.borgerbro.core.journal.JournalState;
import dk.borgerbro.digitalpost.SendReceipt;
import dk.borgerbro.digitalpost.receipt.Receipt;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * The way of a message: claim in the journal before the first byte leaves, upload, settle with the outcome. The id lies in the journal
 * and is the same on every repeat, so a repeat after an unknown outcome cannot become a second letter.
 */
final class SendOnce {
    private static final CallReference LOCAL = CallReference.local(WireIds.SERVICE, "send");

    private final Journal journal;
    private final Duration lease;
    private final Clock clock;

    /** Creates it; the lease must be longer than a whole call may take. */
    SendOnce(Journal journal, Duration lease, Clock clock) {
        this.journal = journal;
        this.lease = lease;
        this.clock = clock;
    }

    Answered<SendReceipt> send(Outgoing outgoing, JournalKey key, MemoCalls calls) {
        Claim claim = journal.claim(key, outgoing.digest(), WireIds.of(outgoing.proposedUuid()), lease);
        return switch (claim.verdict()) {
            case DONE -> new Answered<>(StoredReceipt.read(claim.entry()), LOCAL);
            case BUSY ->
                throw new OutcomeUnknownException(
                        LOCAL,
                        "another thread or node is sending under the key '" + key.key()
                                + "' right now; call again later with the same key",
                        null);
            case SEND, RESOLVE -> transmit(outgoing, claim, calls);
        };
    }

    private Answered<SendReceipt> transmit(Outgoing outgoing, Claim claim, MemoCalls calls) {
        JournalEntry entry = claim.entry();
        HttpBody body = body(outgoing, claim);
        Answered<Receipt> answered;
        try {
            answered = calls.send(outgoing.queryUuid(entry), body);
        } catch (ServiceException e) {
            throw refused(claim, e);
        } catch (NotSentException | CredentialException | ConfigurationException | InvalidInputException e) {
            throw settled(claim, JournalState.NOT_SENT, e);
        } catch (RuntimeException e) {
            throw settled(claim, JournalState.UNKNOWN, e);
        } catch (Error e) {
            throw settled(claim, JournalState.UNKNOWN, e);
        }
        Receipt receipt = answered.value();
        SendReceipt known = new SendReceipt(
                WireIds.messageUuid(entry),
                receipt.messageId().isEmpty() ? outgoing.messageId() : receipt.messageId(),
                receipt.transmissionId(),
                receipt.status(),
                receipt.time().orElseGet(clock::instant));
        try {
            journal.settle(claim, JournalState.ACCEPTED, StoredReceipt.write(known));
        } catch (StorageException e) {
            // As it came it would say that nothing was sent.
            throw new OutcomeUnknownException(
                    answered.call(),
                    "it was taken over, but the journal could not keep that; mend its database and call again with the"
                            + " same key",
                    e);
        }
        return new Answered<>(known, answered.call());
    }

    private HttpBody body(Outgoing outgoing, Claim claim) {
        try {
            if (outgoing.fits(claim.entry())) {
                return outgoing.body(claim.entry());
            }
        } catch (IOException e) {
            throw settled(claim, JournalState.NOT_SENT, Unreadable.document(e));
        }
        throw settled(
                claim,
                JournalState.NOT_SENT,
                new InvalidInputException(
                        LOCAL,
                        List.of(Finding.error(
                                "V20", "/Message/MessageHeader/messageUUID", "differs from the first try"))));
    }

    /**
     * A refusal settles a first try. What it says about a repeat is another matter: the answer to an id that the service has already is
     * not documented, so an earlier try whose outcome is unknown stays unknown until a receipt tells.
     */
    private RuntimeException refused(Claim claim, ServiceException e) {
        if (claim.verdict() == Claim.Verdict.SEND && !hadUnknownTry(e)) {
            return settled(claim, JournalState.REFUSED, e);
        }
        return settled(
                claim,
                JournalState.UNKNOWN,
                new OutcomeUnknownException(
                        e.call(),
                        "a repeat was refused (" + e.fault() + "), but an earlier try may have been taken over;"
                                + " wait for its receipt",
                        e));
    }

    /** Earlier tries of the same call are attached as suppressed exceptions. */
    private static boolean hadUnknownTry(ServiceException e) {
        return Arrays.stream(e.getSuppressed())
                .anyMatch(earlier -> !(earlier instanceof ServiceException) && !(earlier instanceof NotSentException));
    }

    /** Stores an outcome; if even that fails, the first failure is the one to report. */
    private <E extends Throwable> E settled(Claim claim, JournalState state, E failure) {
        try {
            journal.settle(claim, state, "");
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
        return failure;
    }
}

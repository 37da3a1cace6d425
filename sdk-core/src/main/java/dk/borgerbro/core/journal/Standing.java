package dk.borgerbro.core.journal;

import dk.borgerbro.core.error.CallReference;
import dk.borgerbro.core.error.IdempotencyConflictException;
import dk.borgerbro.core.journal.Claim.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry with its lease, and the rules by which claims and outcomes change it: written once for all implementations. Immutable.
 *
 * <p>The number of the newest claim is the token: it only grows, so that an older holder is told from the newest (fencing).
 *
 * @param entry what the journal knows
 * @param leaseUntil until when the newest claim is held, {@code null} once it has ended
 */
record Standing(JournalEntry entry, @Nullable Instant leaseUntil) {
    static Standing created(
            JournalKey key, String contentDigest, Map<String, String> wireIds, Instant now, Duration lease) {
        JournalEntry entry = new JournalEntry(key, wireIds, contentDigest, JournalState.STARTED, "", 1, now, now);
        return new Standing(entry, now.plus(lease));
    }

    Standing withWireIds(Map<String, String> wireIds) {
        return new Standing(
                new JournalEntry(
                        entry.key(),
                        wireIds,
                        entry.contentDigest(),
                        entry.state(),
                        entry.answer(),
                        entry.claims(),
                        entry.createdAt(),
                        entry.updatedAt()),
                leaseUntil);
    }

    /**
     * {@return what a claim may do now; DONE and BUSY change nothing}
     *
     * @throws IdempotencyConflictException if the claim is for other content
     */
    Verdict verdict(String contentDigest, Instant now) {
        if (!entry.contentDigest().equals(contentDigest)) {
            throw new IdempotencyConflictException(
                    CallReference.local(entry.key().service(), "claim"),
                    entry.key().key().value());
        }
        return verdict(now);
    }

    private Verdict verdict(Instant now) {
        if (entry.state() == JournalState.ACCEPTED) {
            return Verdict.DONE;
        }
        if (leaseUntil != null && leaseUntil.isAfter(now)) {
            return Verdict.BUSY;
        }
        return switch (entry.state()) {
            case NOT_SENT, REFUSED -> Verdict.SEND;
            default -> Verdict.RESOLVE;
        };
    }

    /** {@return whether the outcome is unknown and nobody holds a claim} */
    boolean isUnresolved(Instant now) {
        return verdict(now) == Verdict.RESOLVE;
    }

    Standing claimed(Instant now, Duration lease) {
        JournalState state = isUnresolved(now) ? JournalState.UNKNOWN : JournalState.STARTED;
        return new Standing(with(state, entry.answer(), entry.claims() + 1, now), now.plus(lease));
    }

    /** {@return this with an outcome, or this very object if the outcome adds nothing} */
    Standing settled(Claim claim, JournalState outcome, String answer, Instant now) {
        if (entry.state() == JournalState.ACCEPTED) {
            return this;
        }
        boolean newest = leaseUntil != null && claim.token().equals(token());
        if (!newest && outcome != JournalState.ACCEPTED) {
            return this;
        }
        boolean repeatNotSent = outcome == JournalState.NOT_SENT && claim.verdict() == Verdict.RESOLVE;
        JournalState state = repeatNotSent ? JournalState.UNKNOWN : outcome;
        String kept = state == JournalState.UNKNOWN && answer.isEmpty() ? entry.answer() : answer;
        return new Standing(with(state, kept, entry.claims(), now), null);
    }

    /** {@return the claim that this stands for} */
    Claim toClaim(Verdict verdict) {
        return new Claim(verdict, entry, verdict == Verdict.SEND || verdict == Verdict.RESOLVE ? token() : "");
    }

    private String token() {
        return Integer.toString(entry.claims());
    }

    private JournalEntry with(JournalState state, String answer, int claims, Instant now) {
        return new JournalEntry(
                entry.key(), entry.wireIds(), entry.contentDigest(), state, answer, claims, entry.createdAt(), now);
    }
}

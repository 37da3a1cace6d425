package dk.borgerbro.digitalpost;

import dk.borgerbro.core.error.CallReference;
import dk.borgerbro.core.error.StorageException;
import dk.borgerbro.core.journal.Claim;
import dk.borgerbro.core.journal.Journal;
import dk.borgerbro.core.journal.JournalEntry;
import dk.borgerbro.core.journal.JournalKey;
import dk.borgerbro.core.journal.JournalState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A journal whose database goes away between claim and outcome, or before. */
final class FailingJournal implements Journal {
    private final Journal journal;
    boolean failsToClaim;
    boolean failsToSettle;

    FailingJournal(Journal journal) {
        this.journal = journal;
    }

    @Override
    public Claim claim(JournalKey key, String contentDigest, Map<String, String> wireIds, Duration lease) {
        failIf(failsToClaim, "claim");
        return journal.claim(key, contentDigest, wireIds, lease);
    }

    @Override
    public JournalEntry settle(Claim claim, JournalState state, String answer) {
        failIf(failsToSettle, "settle");
        return journal.settle(claim, state, answer);
    }

    @Override
    public Optional<JournalEntry> find(JournalKey key) {
        return journal.find(key);
    }

    @Override
    public Optional<JournalEntry> findByWireId(String service, String name, String value) {
        return journal.findByWireId(service, name, value);
    }

    @Override
    public List<Claim> claimUnresolved(String service, Instant untouchedSince, Duration lease, int limit) {
        return journal.claimUnresolved(service, untouchedSince, lease, limit);
    }

    private static void failIf(boolean fails, String operation) {
        if (fails) {
            throw new StorageException(CallReference.local("journal", operation), "is away", true, null);
        }
    }
}

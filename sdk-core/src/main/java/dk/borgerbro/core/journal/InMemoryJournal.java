package dk.borgerbro.core.journal;

import dk.borgerbro.core.internal.StoredTime;
import dk.borgerbro.core.journal.Claim.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** A journal in maps under one lock. */
final class InMemoryJournal implements Journal {
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<JournalKey, Standing> standings = new HashMap<>();
    private final Map<WireId, JournalKey> wireIdOwners = new HashMap<>();

    InMemoryJournal(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Claim claim(JournalKey key, String contentDigest, Map<String, String> wireIds, Duration lease) {
        JournalArguments.checkClaim(contentDigest, wireIds, lease);
        return locked(() -> {
            Instant now = StoredTime.now(clock);
            Standing standing = standings.get(key);
            if (standing == null) {
                return create(key, contentDigest, wireIds, now, lease).toClaim(Verdict.SEND);
            }
            Verdict verdict = standing.verdict(contentDigest, now);
            if (verdict == Verdict.DONE || verdict == Verdict.BUSY) {
                return standing.toClaim(verdict);
            }
            return store(standing.claimed(now, lease)).toClaim(verdict);
        });
    }

    @Override
    public JournalEntry settle(Claim claim, JournalState state, String answer) {
        JournalArguments.checkSettle(claim, state, answer);
        return locked(() -> {
            Standing standing = standings.get(claim.entry().key());
            if (standing == null) {
                throw JournalArguments.foreignClaim();
            }
            return store(standing.settled(claim, state, answer, StoredTime.now(clock)))
                    .entry();
        });
    }

    @Override
    public Optional<JournalEntry> find(JournalKey key) {
        return locked(() -> Optional.ofNullable(standings.get(key)).map(Standing::entry));
    }

    @Override
    public Optional<JournalEntry> findByWireId(String service, String name, String value) {
        return locked(() -> Optional.ofNullable(wireIdOwners.get(new WireId(service, name, value)))
                .map(standings::get)
                .map(Standing::entry));
    }

    @Override
    public List<Claim> claimUnresolved(String service, Instant untouchedSince, Duration lease, int limit) {
        JournalArguments.checkClaimUnresolved(lease, limit);
        return locked(() -> {
            Instant now = StoredTime.now(clock);
            List<Standing> oldest = standings.values().stream()
                    .filter(standing -> standing.entry().key().service().equals(service))
                    .filter(standing -> !standing.entry().updatedAt().isAfter(untouchedSince))
                    .filter(standing -> standing.isUnresolved(now))
                    .sorted(Comparator.comparing(standing -> standing.entry().updatedAt()))
                    .limit(limit)
                    .toList();
            List<Claim> claims = new ArrayList<>(oldest.size());
            for (Standing standing : oldest) {
                claims.add(store(standing.claimed(now, lease)).toClaim(Verdict.RESOLVE));
            }
            return List.copyOf(claims);
        });
    }

    private Standing create(
            JournalKey key, String contentDigest, Map<String, String> wireIds, Instant now, Duration lease) {
        List<WireId> ids = wireIds.entrySet().stream()
                .map(id -> new WireId(key.service(), id.getKey(), id.getValue()))
                .toList();
        if (ids.stream().anyMatch(wireIdOwners::containsKey)) {
            throw JournalArguments.wireIdTaken();
        }
        ids.forEach(id -> wireIdOwners.put(id, key));
        return store(Standing.created(key, contentDigest, wireIds, now, lease));
    }

    private Standing store(Standing standing) {
        standings.put(standing.entry().key(), standing);
        return standing;
    }

    private <T> T locked(Supplier<T> step) {
        lock.lock();
        try {
            return step.get();
        } finally {
            lock.unlock();
        }
    }

    private record WireId(String service, String name, String value) {}
}

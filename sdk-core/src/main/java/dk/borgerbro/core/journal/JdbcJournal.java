package dk.borgerbro.core.journal;

import dk.borgerbro.core.internal.StoredTime;
import dk.borgerbro.core.internal.jdbc.Database;
import dk.borgerbro.core.journal.Claim.Verdict;
import dk.borgerbro.core.journal.JournalTable.Row;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** A journal in two tables. Row locks order those who meet at one event, unique constraints those who create it. */
final class JdbcJournal implements Journal {
    private final Database database;
    private final Clock clock;

    private JdbcJournal(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    static JdbcJournal over(DataSource dataSource, Clock clock) {
        return new JdbcJournal(Database.over(dataSource, "journal"), clock);
    }

    @Override
    public Claim claim(JournalKey key, String contentDigest, Map<String, String> wireIds, Duration lease) {
        JournalArguments.checkClaim(contentDigest, wireIds, lease);
        return database.transact(
                "claim",
                session -> {
                    JournalTable table = new JournalTable(session);
                    Instant now = StoredTime.now(clock);
                    Optional<Row> found = table.findForUpdate(key);
                    if (found.isEmpty()) {
                        Standing created = Standing.created(key, contentDigest, wireIds, now, lease);
                        table.insert(created);
                        return created.toClaim(Verdict.SEND);
                    }
                    Standing standing = found.get().standing();
                    Verdict verdict = standing.verdict(contentDigest, now);
                    if (verdict == Verdict.DONE || verdict == Verdict.BUSY) {
                        return standing.toClaim(verdict);
                    }
                    Standing claimed = standing.claimed(now, lease);
                    table.update(List.of(found.get().with(claimed)));
                    return claimed.toClaim(verdict);
                },
                JournalArguments::wireIdTaken);
    }

    @Override
    public JournalEntry settle(Claim claim, JournalState state, String answer) {
        JournalArguments.checkSettle(claim, state, answer);
        return database.transact("settle", session -> {
            JournalTable table = new JournalTable(session);
            Row row = table.findForUpdate(claim.entry().key()).orElseThrow(JournalArguments::foreignClaim);
            Standing settled = row.standing().settled(claim, state, answer, StoredTime.now(clock));
            if (!settled.equals(row.standing())) {
                table.update(List.of(row.with(settled)));
            }
            return settled.entry();
        });
    }

    @Override
    public Optional<JournalEntry> find(JournalKey key) {
        return database.transact(
                "find",
                session -> new JournalTable(session)
                        .find(key)
                        .map(row -> row.standing().entry()));
    }

    @Override
    public Optional<JournalEntry> findByWireId(String service, String name, String value) {
        return database.transact(
                "findByWireId",
                session -> new JournalTable(session)
                        .findByWireId(service, name, value)
                        .map(row -> row.standing().entry()));
    }

    @Override
    public List<Claim> claimUnresolved(String service, Instant untouchedSince, Duration lease, int limit) {
        JournalArguments.checkClaimUnresolved(lease, limit);
        return database.transact("claimUnresolved", session -> {
            JournalTable table = new JournalTable(session);
            Instant now = StoredTime.now(clock);
            List<Row> claimed =
                    table.findUnresolvedForUpdate(service, StoredTime.of(untouchedSince), now, limit).stream()
                            .map(row -> row.with(row.standing().claimed(now, lease)))
                            .toList();
            if (!claimed.isEmpty()) {
                table.update(claimed);
            }
            return claimed.stream()
                    .map(row -> row.standing().toClaim(Verdict.RESOLVE))
                    .toList();
        });
    }
}

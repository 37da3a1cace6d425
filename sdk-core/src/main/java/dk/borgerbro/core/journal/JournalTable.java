package dk.borgerbro.core.journal;

import static java.util.stream.Collectors.joining;

import dk.borgerbro.core.config.IdempotencyKey;
import dk.borgerbro.core.id.CvrNumber;
import dk.borgerbro.core.internal.jdbc.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The statements of the journal's tables within one transaction. */
final class JournalTable {
    private static final int IDS_PER_QUERY = 500;
    private static final String ROW = "select id, service, authority, event_key, content_digest, state, answer, claims,"
            + " lease_until, created_at, updated_at from borgerbro_journal ";
    private static final String BY_KEY = ROW + "where service = ? and authority = ? and event_key = ?";
    private static final String BY_WIRE_ID = ROW + "where id = (select journal_id from borgerbro_journal_wire_id"
            + " where service = ? and wire_name = ? and wire_value = ?)";
    private static final String UNRESOLVED = ROW + "where service = ? and state in ('STARTED', 'UNKNOWN')"
            + " and updated_at <= ? and (lease_until is null or lease_until <= ?)"
            + " order by updated_at fetch first ? rows only for update skip locked";
    private static final String INSERT = "insert into borgerbro_journal (service, authority, event_key, content_digest,"
            + " state, answer, claims, lease_until, created_at, updated_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String UPDATE = "update borgerbro_journal"
            + " set state = ?, answer = ?, claims = ?, lease_until = ?, updated_at = ? where id = ?";

    private final Session session;

    JournalTable(Session session) {
        this.session = session;
    }

    Optional<Row> find(JournalKey key) throws SQLException {
        return one(BY_KEY, parameters(key));
    }

    /** Finds an event and keeps others from changing it until the transaction ends. */
    Optional<Row> findForUpdate(JournalKey key) throws SQLException {
        return one(BY_KEY + " for update", parameters(key));
    }

    Optional<Row> findByWireId(String service, String name, String value) throws SQLException {
        return one(BY_WIRE_ID, service, name, value);
    }

    /** Finds unresolved events, oldest first, leaving out those that another transaction holds. */
    List<Row> findUnresolvedForUpdate(String service, Instant untouchedSince, Instant now, int limit)
            throws SQLException {
        return rows(UNRESOLVED, service, untouchedSince, now, limit);
    }

    void insert(Standing standing) throws SQLException {
        JournalEntry entry = standing.entry();
        JournalKey key = entry.key();
        long id = session.insert(
                INSERT,
                key.service(),
                key.authority().value(),
                key.key().value(),
                entry.contentDigest(),
                entry.state().name(),
                entry.answer(),
                entry.claims(),
                standing.leaseUntil(),
                entry.createdAt(),
                entry.updatedAt());
        insertWireIds(id, key.service(), entry.wireIds());
    }

    void update(List<Row> rows) throws SQLException {
        List<@Nullable Object[]> changes = new ArrayList<>(rows.size());
        for (Row row : rows) {
            JournalEntry entry = row.standing().entry();
            changes.add(new @Nullable Object[] {
                entry.state().name(),
                entry.answer(),
                entry.claims(),
                row.standing().leaseUntil(),
                entry.updatedAt(),
                row.id()
            });
        }
        session.updateAll(UPDATE, changes);
    }

    private void insertWireIds(long id, String service, Map<String, String> wireIds) throws SQLException {
        if (wireIds.isEmpty()) {
            return;
        }
        List<Object> parameters = new ArrayList<>();
        // In one order everywhere, so that two transactions with the same ids never wait for each other crosswise.
        new TreeMap<>(wireIds).forEach((name, value) -> Collections.addAll(parameters, id, service, name, value));
        session.update(
                "insert into borgerbro_journal_wire_id (journal_id, service, wire_name, wire_value) values "
                        + repeated("(?, ?, ?, ?)", wireIds.size()),
                parameters.toArray());
    }

    private Optional<Row> one(String sql, Object... parameters) throws SQLException {
        return rows(sql, parameters).stream().findFirst();
    }

    private List<Row> rows(String sql, Object... parameters) throws SQLException {
        List<Row> bare = session.list(sql, JournalTable::read, parameters);
        Map<Long, Map<String, String>> wireIds = new HashMap<>();
        for (int from = 0; from < bare.size(); from += IDS_PER_QUERY) {
            readWireIds(bare.subList(from, Math.min(bare.size(), from + IDS_PER_QUERY)), wireIds);
        }
        return bare.stream()
                .map(row -> row.withWireIds(wireIds.getOrDefault(row.id(), Map.of())))
                .toList();
    }

    private void readWireIds(List<Row> rows, Map<Long, Map<String, String>> wireIds) throws SQLException {
        session.list(
                "select journal_id, wire_name, wire_value from borgerbro_journal_wire_id where journal_id in ("
                        + repeated("?", rows.size()) + ")",
                found -> wireIds.computeIfAbsent(found.getLong("journal_id"), id -> new HashMap<>())
                        .put(found.getString("wire_name"), found.getString("wire_value")),
                rows.stream().map(Row::id).toArray());
    }

    private static Row read(ResultSet row) throws SQLException {
        JournalKey key = new JournalKey(
                row.getString("service"),
                new CvrNumber(row.getString("authority")),
                new IdempotencyKey(row.getString("event_key")));
        JournalEntry entry = new JournalEntry(
                key,
                Map.of(),
                row.getString("content_digest"),
                JournalState.valueOf(row.getString("state")),
                row.getString("answer"),
                row.getInt("claims"),
                Objects.requireNonNull(Session.instant(row, "created_at"), "created_at"),
                Objects.requireNonNull(Session.instant(row, "updated_at"), "updated_at"));
        return new Row(row.getLong("id"), new Standing(entry, Session.instant(row, "lease_until")));
    }

    private static Object[] parameters(JournalKey key) {
        return new Object[] {key.service(), key.authority().value(), key.key().value()};
    }

    private static String repeated(String group, int times) {
        return Collections.nCopies(times, group).stream().collect(joining(", "));
    }

    /**
     * An event and its place in the table.
     *
     * @param id number of the row
     * @param standing the event
     */
    record Row(long id, Standing standing) {
        Row with(Standing changed) {
            return new Row(id, changed);
        }

        Row withWireIds(Map<String, String> wireIds) {
            return with(standing.withWireIds(wireIds));
        }
    }
}

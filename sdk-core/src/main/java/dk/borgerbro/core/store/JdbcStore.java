package dk.borgerbro.core.store;

import dk.borgerbro.core.internal.StoredTime;
import dk.borgerbro.core.internal.jdbc.Database;
import dk.borgerbro.core.internal.jdbc.Session;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A store in one table. The primary key decides who puts first, the row lock who takes. Keys are stored as bytes, so that no collation has a
 * say in what is equal or in what a prefix finds.
 */
final class JdbcStore implements ExpiringStore {
    /** Sweeping removes many times what comes in between two sweeps, so the table keeps up with any load. */
    private static final int PUTS_PER_SWEEP = 10;

    private static final int ROWS_PER_SWEEP = 200;
    private static final String SELECT = "select content, expires_at from borgerbro_expiring where store_key = ?";
    private static final String SELECT_EXPIRED = "select store_key from borgerbro_expiring where expires_at <= ?"
            + " order by expires_at fetch first ? rows only for update skip locked";
    private static final String INSERT =
            "insert into borgerbro_expiring (content, expires_at, store_key) values (?, ?, ?)";
    private static final String REPLACE =
            "update borgerbro_expiring set content = ?, expires_at = ? where store_key = ?";
    private static final String DELETE = "delete from borgerbro_expiring where store_key = ?";

    static final String SELECT_KEYS = "select store_key from borgerbro_expiring"
            + " where store_key >= ? and store_key < ? and expires_at > ? order by store_key fetch first ? rows only";

    private final Database database;
    private final Clock clock;
    private final AtomicInteger puts = new AtomicInteger();

    private JdbcStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    static JdbcStore over(DataSource dataSource, Clock clock) {
        return new JdbcStore(Database.over(dataSource, "store"), clock);
    }

    @Override
    public boolean putIfAbsent(String key, byte[] value, Instant expiresAt) {
        StoreArguments.check(key, value);
        boolean sweep = puts.getAndIncrement() % PUTS_PER_SWEEP == 0;
        return database.transact("putIfAbsent", session -> {
            Instant now = StoredTime.now(clock);
            Optional<Held> held = session.find(SELECT + " for update", Held::read, bytes(key));
            if (held.isPresent() && held.get().isLive(now)) {
                return false;
            }
            session.update(held.isPresent() ? REPLACE : INSERT, value, StoredTime.of(expiresAt), bytes(key));
            if (sweep) {
                // Last, and passing over what others hold, so that nobody ever waits while holding swept rows.
                sweep(session, now);
            }
            return true;
        });
    }

    @Override
    public Optional<byte[]> get(String key) {
        StoreArguments.check(key);
        return database.transact("get", session -> live(session, SELECT, key));
    }

    @Override
    public Optional<byte[]> take(String key) {
        StoreArguments.check(key);
        return database.transact("take", session -> {
            Optional<byte[]> value = live(session, SELECT + " for update", key);
            return session.update(DELETE, bytes(key)) == 1 ? value : Optional.empty();
        });
    }

    @Override
    public void remove(String key) {
        StoreArguments.check(key);
        database.transact("remove", session -> session.update(DELETE, bytes(key)));
    }

    @Override
    public List<String> keysWithPrefix(String prefix, int most) {
        StoreArguments.checkPrefix(prefix, most);
        byte[] from = bytes(prefix);
        byte[] to = from.clone();
        // Keys are ASCII without DEL, so there is always a next byte.
        to[to.length - 1]++;
        return database.transact(
                "keysWithPrefix",
                session -> session.list(
                        SELECT_KEYS,
                        row -> new String(row.getBytes("store_key"), StandardCharsets.US_ASCII),
                        from,
                        to,
                        StoredTime.now(clock),
                        most));
    }

    private static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.US_ASCII);
    }

    private Optional<byte[]> live(Session session, String select, String key) throws SQLException {
        Instant now = StoredTime.now(clock);
        return session.find(select, Held::read, bytes(key))
                .filter(held -> held.isLive(now))
                .map(held -> held.content);
    }

    private static void sweep(Session session, Instant now) throws SQLException {
        List<@Nullable Object[]> expired = session.list(
                SELECT_EXPIRED, row -> new @Nullable Object[] {row.getBytes("store_key")}, now, ROWS_PER_SWEEP);
        if (!expired.isEmpty()) {
            session.updateAll(DELETE, expired);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
    private record Held(byte[] content, Instant expiresAt) {
        static Held read(ResultSet row) throws SQLException {
            Instant expiresAt = Objects.requireNonNull(Session.instant(row, "expires_at"), "expires_at");
            return new Held(row.getBytes("content"), expiresAt);
        }

        boolean isLive(Instant now) {
            return expiresAt.isAfter(now);
        }
    }
}

package dk.borgerbro.eid.saml;

import dk.borgerbro.core.store.ExpiringStore;
import java.time.Clock;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * Where a service provider keeps what it must remember between requests. Several providers may share one: their entries do not meet. All
 * nodes of an application must share one, or a login that begins on one node cannot end on another, and an answer could be used twice.
 *
 * <p>A store that cannot be asked means that nobody is logged in ({@link dk.borgerbro.core.error.StorageException}).
 *
 * @param pending logins and logouts that have begun; anybody who can reach the login address fills it, for 15 minutes each
 * @param replay what was used and must not be used again
 * @param sessions who is logged in; holds identifiers of persons in its values
 */
public record LoginStores(ExpiringStore pending, ExpiringStore replay, ExpiringStore sessions) {
    private static final int ENTRIES = 100_000;

    /** Refuses absent parts. */
    public LoginStores {
        Objects.requireNonNull(pending, "pending");
        Objects.requireNonNull(replay, "replay");
        Objects.requireNonNull(sessions, "sessions");
    }

    /** {@return stores for an application of one node, of 100,000 entries each} */
    public static LoginStores inMemory(Clock clock) {
        return inMemory(clock, ENTRIES);
    }

    /**
     * {@return stores for an application of one node, gone when the JVM ends}
     *
     * <p>They are apart, so that a flood of begun logins does not stop those under way or end sessions.
     *
     * @param maxEntries how much each holds; a full one refuses what is new, and a login needs one entry in the first for 15 minutes at
     *     most, one in the second for as long as its assertion is valid, and two in the third for as long as the session lasts
     */
    public static LoginStores inMemory(Clock clock, int maxEntries) {
        return new LoginStores(
                ExpiringStore.inMemory(clock, maxEntries),
                ExpiringStore.inMemory(clock, maxEntries),
                ExpiringStore.inMemory(clock, maxEntries));
    }

    /**
     * {@return stores in one table of a database, for any number of nodes}
     *
     * @param dataSource see {@link ExpiringStore#jdbc}; the table comes from {@link dk.borgerbro.core.store.ExpiringStoreSchema}
     * @param clock tells what has expired
     */
    public static LoginStores jdbc(DataSource dataSource, Clock clock) {
        ExpiringStore table = ExpiringStore.jdbc(dataSource, clock);
        return new LoginStores(table, table, table);
    }
}

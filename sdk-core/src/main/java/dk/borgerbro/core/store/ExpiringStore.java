package dk.borgerbro.core.store;

import dk.borgerbro.core.error.ConfigurationException;
import dk.borgerbro.core.error.InvalidInputException;
import dk.borgerbro.core.error.StorageException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * One-time state with an expiry, shared between the nodes of an application. Thread-safe. Keys hold no personal data; values may, and
 * are gone from memory or table soon after they expired: every few calls of {@link #putIfAbsent} sweep some of them out.
 *
 * <p>Keys are 1 to 200 printable ASCII characters, compared exactly; others are refused with {@link InvalidInputException}. Every
 * method may fail with {@link StorageException}; whoever waits for a yes must take that as a no.
 */
public interface ExpiringStore {
    /**
     * {@return a store for an application of one node, gone when the JVM ends}
     *
     * <p>A full store refuses new values with {@link StorageException} until others expire: throwing out the oldest would let an
     * attacker who fills it use an old message id a second time.
     *
     * @param clock tells what has expired
     * @param maxEntries how many values it holds at most, 1 or more
     * @throws ConfigurationException if the number is less than 1
     */
    static ExpiringStore inMemory(Clock clock, int maxEntries) {
        return new InMemoryStore(clock, maxEntries);
    }

    /**
     * {@return a store in a database, to be shared by all nodes}
     *
     * <p>Its table must be there: see {@link ExpiringStoreSchema}. H2 from 2.2.220 and PostgreSQL from 12 are supported. An H2
     * file needs {@code ;WRITE_DELAY=0} in its address; after a power failure, only PostgreSQL is sure to know the last commits.
     *
     * @param dataSource a pool, usually; asked once now which product it leads to
     * @param clock tells what has expired; the clocks of the nodes must agree to well within the lifetime of a value
     * @throws ConfigurationException if the database is of another kind, or an H2 file that writes with delay
     * @throws StorageException if it cannot be reached
     */
    static ExpiringStore jdbc(DataSource dataSource, Clock clock) {
        return JdbcStore.over(dataSource, clock);
    }

    /**
     * Stores a value unless the key is taken by one that has not expired: one caller of many wins.
     *
     * @param key see {@link ExpiringStore}
     * @param value copied, at most 64 KiB
     * @param expiresAt from when on it counts as absent
     * @return whether it was stored; {@code false} means the key had been used before
     */
    boolean putIfAbsent(String key, byte[] value, Instant expiresAt);

    /** {@return the value, which stays} */
    Optional<byte[]> get(String key);

    /** {@return the value, which is removed: of many concurrent callers one gets it} */
    Optional<byte[]> take(String key);

    /** Removes a value; an absent one is no error. */
    void remove(String key);

    /**
     * {@return the keys of values that have not expired and begin with a prefix, in the order of their characters}
     *
     * <p>A snapshot: whoever acts on a key must expect that its value has gone meanwhile.
     *
     * @param prefix in the form of a key, at least one character
     * @param most how many keys at most, 1 to 10,000; if there are more, the first ones
     */
    List<String> keysWithPrefix(String prefix, int most);
}

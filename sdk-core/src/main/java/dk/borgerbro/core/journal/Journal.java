package dk.borgerbro.core.journal;

import dk.borgerbro.core.error.ConfigurationException;
import dk.borgerbro.core.error.IdempotencyConflictException;
import dk.borgerbro.core.error.InvalidInputException;
import dk.borgerbro.core.error.StorageException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The record of what was sent, under which business key and with what outcome. Thread-safe, and with the JDBC implementation
 * shared between nodes.
 *
 * <p>The way of a write: {@link #claim} before the first byte leaves, send if the verdict says so, {@link #settle} with the
 * outcome. A claim is a lease: if its holder dies, the event counts as unknown once the lease has run out. So a lease must be
 * longer than sending may take, and the clocks of the nodes must agree to well within a lease.
 *
 * <p>Knowledge is never replaced by less. ACCEPTED is final. Of several claims only the newest decides; an older one, whose lease
 * ran out, may still report ACCEPTED and nothing else, because what it knows says nothing about what the newest may have sent.
 *
 * <p>Every method may fail with {@link StorageException}, after which the same call may be made again. If it was {@code claim},
 * nothing was sent; if it was {@code settle}, the event stays unknown until it is resolved.
 */
public interface Journal {
    /**
     * {@return a journal that is gone when the JVM ends, for tests and trials; it grows with every event}
     *
     * @param clock times the leases
     */
    static Journal inMemory(Clock clock) {
        return new InMemoryJournal(clock);
    }

    /**
     * {@return a journal in a database, to be shared by all nodes that send}
     *
     * <p>Its tables must be there: see {@link JournalSchema}. Every step is one short transaction on a connection of its own, which is
     * given back with the autocommit mode and isolation level it had. H2 from 2.2.220 and PostgreSQL from 12 are supported. An H2
     * file needs {@code ;WRITE_DELAY=0} in its address; after a power failure, only PostgreSQL is sure to know the last commits.
     *
     * @param dataSource a pool, usually; asked once now which product it leads to
     * @param clock times the leases
     * @throws ConfigurationException if the database is of another kind, or an H2 file that writes with delay
     * @throws StorageException if it cannot be reached
     */
    static Journal jdbc(DataSource dataSource, Clock clock) {
        return JdbcJournal.over(dataSource, clock);
    }

    /**
     * Claims an event, creating its entry if it is new. The change is durable when this returns.
     *
     * @param key which event
     * @param contentDigest SHA-256 of the content in lower-case hex
     * @param wireIds ids to use if the event is new; an existing entry keeps its own. At most 16; names of 1 to 40 letters, digits
     *     and {@code . _ -}, values of 1 to 200 printable ASCII characters, without personal data. Unique within the service: an id
     *     that is unique only within one authority needs its CVR number in front
     * @param lease how long sending may take before the claim is taken for lost; up to 30 days
     * @return what the caller may do; a NOT_SENT or REFUSED event may be sent again, since nothing happened
     * @throws IdempotencyConflictException if the key stands for other content
     * @throws InvalidInputException if an argument has a wrong form or a wire id stands for another event
     */
    Claim claim(JournalKey key, String contentDigest, Map<String, String> wireIds, Duration lease);

    /**
     * Stores the outcome of a claim and ends it. May be called again with the same outcome.
     *
     * <p>A RESOLVE claim that is settled NOT_SENT stays UNKNOWN: that its repeat was not sent tells nothing of the earlier try. A
     * look-up that shows that nothing arrived is settled REFUSED.
     *
     * @param claim with verdict SEND or RESOLVE
     * @param state the outcome, not STARTED
     * @param answer what the service answered, empty if nothing; at most 65,536 characters
     * @return the entry as it stands afterwards, which may know more than this outcome
     * @throws InvalidInputException if an argument has a wrong form
     */
    JournalEntry settle(Claim claim, JournalState state, String answer);

    /** {@return the entry of an event} */
    Optional<JournalEntry> find(JournalKey key);

    /**
     * {@return the entry that a service knows under an id}
     *
     * @param service short name of the service
     * @param name name of the id, such as {@code messageUuid}
     * @param value the id, compared as text
     */
    Optional<JournalEntry> findByWireId(String service, String name, String value);

    /**
     * Claims events whose outcome is unknown or whose claim was lost, so that nodes can share the looking up: no two get the same.
     *
     * @param service short name of the service
     * @param untouchedSince only events neither claimed nor settled after this
     * @param lease how long looking up may take; up to 30 days
     * @param limit at most this many, 1 to 10,000
     * @return claims with verdict RESOLVE, oldest first
     * @throws InvalidInputException if an argument has a wrong form
     */
    List<Claim> claimUnresolved(String service, Instant untouchedSince, Duration lease, int limit);
}

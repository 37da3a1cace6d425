package dk.borgerbro.core.journal;

import dk.borgerbro.core.error.IdempotencyConflictException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The record of what was sent, under which business key and with what outcome. Thread-safe, and with the JDBC implementation
 * shared between nodes.
 *
 * <p>The way of a write: {@link #claim} before the first byte leaves, send if the verdict says so, {@link #settle} with the
 * outcome. A claim is a lease: if its holder dies, the event counts as unknown once the lease has run out. States only go
 * forward; ACCEPTED is final.
 */
public interface Journal {
    /**
     * Claims an event, creating its entry if it is new. The change is durable when this returns.
     *
     * @param key which event
     * @param contentDigest SHA-256 of the content in lower-case hex
     * @param wireIds ids to use if the event is new; an existing entry keeps its own
     * @param lease how long sending may take before the claim is taken for lost
     * @return what the caller may do; a NOT_SENT or REFUSED event may be sent again, since nothing happened
     * @throws IdempotencyConflictException if the key stands for other content
     */
    Claim claim(JournalKey key, String contentDigest, Map<String, String> wireIds, Duration lease);

    /**
     * Stores the outcome of a claim and ends it. A claim whose lease ran out may still settle; what another holder has found
     * out meanwhile is never overwritten by less.
     *
     * @param claim with verdict SEND or RESOLVE
     * @param state the outcome, not STARTED
     * @param answer what the service answered, empty if nothing; at most 64 KiB
     * @return the entry as it stands afterwards
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
     * @param untouchedSince only events not changed after this
     * @param lease how long looking up may take
     * @param limit at most this many, 1 to 10,000
     * @return claims with verdict RESOLVE, oldest first
     */
    List<Claim> claimUnresolved(String service, Instant untouchedSince, Duration lease, int limit);
}

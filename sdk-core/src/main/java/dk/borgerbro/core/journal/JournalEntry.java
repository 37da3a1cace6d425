package dk.borgerbro.core.journal;

import java.time.Instant;
import java.util.Map;

/**
 * What the journal knows about one business event.
 *
 * @param key which event
 * @param wireIds the ids under which the service knows it, by name, such as {@code messageUuid}; chosen once, kept on every repeat
 * @param contentDigest SHA-256 of the content in lower-case hex, so that a key used for other content is noticed
 * @param state how far it has come
 * @param answer what the service answered, in a form that the client chose; empty before. May hold what the service knows of a
 *     person, so it is never printed
 * @param claims how often it was claimed, for sending or for looking up
 * @param createdAt when it was first claimed
 * @param updatedAt when it was last claimed or settled
 */
public record JournalEntry(
        JournalKey key,
        Map<String, String> wireIds,
        String contentDigest,
        JournalState state,
        String answer,
        int claims,
        Instant createdAt,
        Instant updatedAt) {
    /** Copies the ids. */
    public JournalEntry {
        wireIds = Map.copyOf(wireIds);
    }

    @Override
    public String toString() {
        return "JournalEntry(" + key.service() + ", " + key.key() + ", " + state + ", claims=" + claims + ")";
    }
}

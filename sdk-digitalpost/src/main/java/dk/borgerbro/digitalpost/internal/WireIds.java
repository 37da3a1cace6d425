package dk.borgerbro.digitalpost.internal;

import dk.borgerbro.core.journal.JournalEntry;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The ids under which Digital Post knows a message, as the journal keeps them. */
final class WireIds {
    static final String SERVICE = "digitalpost";
    static final String MESSAGE_UUID = "messageUuid";

    private WireIds() {}

    /** Small letters, so that the id of a receipt finds the entry whatever letters the message had. */
    static Map<String, String> of(UUID messageUuid) {
        return Map.of(MESSAGE_UUID, messageUuid.toString());
    }

    static UUID messageUuid(JournalEntry entry) {
        return UUID.fromString(
                Objects.requireNonNull(entry.wireIds().get(MESSAGE_UUID), "a journal entry without message id"));
    }
}

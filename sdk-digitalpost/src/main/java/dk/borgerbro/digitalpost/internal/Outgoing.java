package dk.borgerbro.digitalpost.internal;

import dk.borgerbro.core.http.HttpBody;
import dk.borgerbro.core.journal.JournalEntry;
import java.io.IOException;
import java.util.UUID;

/** Something checked and measured that is ready to go. */
interface Outgoing {
    /** {@return the id to use if the event is new} */
    UUID proposedUuid();

    /** {@return what the business key stands for, as SHA-256 in lower-case hex} */
    String digest();

    /** {@return the sender's own id of the message, empty if it has none} */
    String messageId();

    /** {@return whether the message is for this entry of the journal; a finished message cannot change its id} */
    boolean fits(JournalEntry entry);

    /** {@return the id as the query must carry it} */
    String queryUuid(JournalEntry entry);

    /**
     * {@return the message with the ids of its entry, the same bytes each time}
     *
     * @throws IOException if its length cannot be found out
     */
    HttpBody body(JournalEntry entry) throws IOException;
}

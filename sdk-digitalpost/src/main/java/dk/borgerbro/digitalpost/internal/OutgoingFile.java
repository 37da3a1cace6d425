package dk.borgerbro.digitalpost.internal;

import dk.borgerbro.core.http.HttpBody;
import dk.borgerbro.core.journal.JournalEntry;
import dk.borgerbro.digitalpost.MemoFile;
import java.util.UUID;

/** A finished message, sent as it is. */
record OutgoingFile(MemoFile memo) implements Outgoing {
    @Override
    public UUID proposedUuid() {
        return memo.messageUuid();
    }

    @Override
    public String digest() {
        return memo.digest();
    }

    @Override
    public String messageId() {
        return memo.messageId();
    }

    @Override
    public boolean fits(JournalEntry entry) {
        return WireIds.messageUuid(entry).equals(memo.messageUuid());
    }

    @Override
    public String queryUuid(JournalEntry entry) {
        return memo.messageUuidText();
    }

    @Override
    public HttpBody body(JournalEntry entry) {
        return new FileHttpBody(memo);
    }
}

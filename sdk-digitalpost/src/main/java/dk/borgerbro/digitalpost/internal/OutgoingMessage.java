package dk.borgerbro.digitalpost.internal;

import dk.borgerbro.core.http.HttpBody;
import dk.borgerbro.core.journal.JournalEntry;
import dk.borgerbro.digitalpost.internal.memo.MeasuredMessage;
import dk.borgerbro.digitalpost.memo.Message;
import java.io.IOException;
import java.util.UUID;

/** A message that the caller made whole, its id included. */
record OutgoingMessage(Message message, MeasuredMessage measures, String digest) implements Outgoing {
    static OutgoingMessage of(Message message) throws IOException {
        MeasuredMessage measures = MeasuredMessage.of(message);
        return new OutgoingMessage(message, measures, measures.digest(message));
    }

    @Override
    public UUID proposedUuid() {
        return message.header().messageUuid();
    }

    @Override
    public String messageId() {
        return message.header().messageId().orElse("");
    }

    @Override
    public boolean fits(JournalEntry entry) {
        return WireIds.messageUuid(entry).equals(proposedUuid());
    }

    @Override
    public String queryUuid(JournalEntry entry) {
        return proposedUuid().toString();
    }

    @Override
    public HttpBody body(JournalEntry entry) throws IOException {
        return new MessageHttpBody(message, measures);
    }
}

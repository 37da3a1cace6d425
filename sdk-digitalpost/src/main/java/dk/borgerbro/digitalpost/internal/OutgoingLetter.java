package dk.borgerbro.digitalpost.internal;

import dk.borgerbro.core.http.HttpBody;
import dk.borgerbro.core.journal.JournalEntry;
import dk.borgerbro.digitalpost.Letter;
import dk.borgerbro.digitalpost.internal.memo.MeasuredMessage;
import dk.borgerbro.digitalpost.memo.MemoVersion;
import dk.borgerbro.digitalpost.memo.Message;
import dk.borgerbro.digitalpost.memo.Sender;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * A letter on its way. Id and time come from the journal, so that a repeat gives the same bytes; its digest is taken without them, so that
 * a repeat is recognised.
 */
final class OutgoingLetter implements Outgoing {
    private final Letter letter;
    private final Sender sender;
    private final MemoVersion version;
    private final UUID proposedUuid;
    private final MeasuredMessage measures;
    private final String digest;

    private OutgoingLetter(
            Letter letter,
            Sender sender,
            MemoVersion version,
            UUID proposedUuid,
            MeasuredMessage measures,
            String digest) {
        this.letter = letter;
        this.sender = sender;
        this.version = version;
        this.proposedUuid = proposedUuid;
        this.measures = measures;
        this.digest = digest;
    }

    /** {@return the letter, its documents read through once} */
    static OutgoingLetter of(Letter letter, Sender sender, MemoVersion version, UUID proposedUuid) throws IOException {
        Message draft = draft(letter, sender, version);
        MeasuredMessage measures = MeasuredMessage.of(draft);
        return new OutgoingLetter(letter, sender, version, proposedUuid, measures, measures.digest(draft));
    }

    /** {@return the message before it has its own id and time} */
    static Message draft(Letter letter, Sender sender, MemoVersion version) {
        return LetterDraft.of(letter, sender).toBuilder().version(version).build();
    }

    MeasuredMessage measures() {
        return measures;
    }

    @Override
    public UUID proposedUuid() {
        return proposedUuid;
    }

    @Override
    public String digest() {
        return digest;
    }

    @Override
    public String messageId() {
        return letter.messageId().orElse("");
    }

    @Override
    public boolean fits(JournalEntry entry) {
        return true;
    }

    @Override
    public String queryUuid(JournalEntry entry) {
        return WireIds.messageUuid(entry).toString();
    }

    @Override
    public HttpBody body(JournalEntry entry) throws IOException {
        Message message = LetterDraft.message(
                letter, sender, WireIds.messageUuid(entry), entry.createdAt().truncatedTo(ChronoUnit.SECONDS));
        return new MessageHttpBody(message.toBuilder().version(version).build(), measures);
    }
}

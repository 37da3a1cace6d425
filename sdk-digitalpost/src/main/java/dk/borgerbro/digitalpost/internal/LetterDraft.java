package dk.borgerbro.digitalpost.internal;

import dk.borgerbro.core.error.Finding;
import dk.borgerbro.digitalpost.Document;
import dk.borgerbro.digitalpost.Letter;
import dk.borgerbro.digitalpost.memo.AdditionalDocument;
import dk.borgerbro.digitalpost.memo.IdType;
import dk.borgerbro.digitalpost.memo.MainDocument;
import dk.borgerbro.digitalpost.memo.MemoLimits;
import dk.borgerbro.digitalpost.memo.MemoValidator;
import dk.borgerbro.digitalpost.memo.Message;
import dk.borgerbro.digitalpost.memo.MessageBody;
import dk.borgerbro.digitalpost.memo.MessageHeader;
import dk.borgerbro.digitalpost.memo.MessageType;
import dk.borgerbro.digitalpost.memo.Sender;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A letter as a message, and as a draft whose ids and sender are not known yet. */
public final class LetterDraft {
    /** Stands where an id will stand, so that drafts compare equal and pass the rules. */
    private static final UUID PLACEHOLDER = UUID.fromString("00000000-0000-4000-8000-000000000000");

    private static final Sender SOMEBODY =
            Sender.builder("00000000", IdType.CVR, "-").build();

    private static final MemoValidator RULES_OF_CONTENT = MemoValidator.forSending()
            .withMandatoryPost(true)
            .withLegalNotification(true)
            .withLimits(new MemoLimits(Long.MAX_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE));

    private LetterDraft() {}

    /** {@return the same for equal letters} */
    public static Message of(Letter letter) {
        return message(letter, SOMEBODY, PLACEHOLDER, Instant.EPOCH);
    }

    /** {@return the same for equal letters of one sender: what a business key stands for} */
    static Message of(Letter letter, Sender sender) {
        return message(letter, sender, PLACEHOLDER, Instant.EPOCH);
    }

    /** {@return what breaks a rule whoever sends it} */
    public static List<Finding> check(Letter letter) {
        return RULES_OF_CONTENT.validate(of(letter));
    }

    /** {@return the letter as a message} */
    public static Message message(Letter letter, Sender sender, UUID messageUuid, Instant createdDateTime) {
        return Message.of(header(letter, sender, messageUuid), body(letter, createdDateTime));
    }

    private static MessageHeader header(Letter letter, Sender sender, UUID messageUuid) {
        MessageHeader.Builder header = MessageHeader.builder(
                        MessageType.DIGITALPOST, messageUuid, letter.label(), from(letter, sender), letter.recipient())
                .reply(letter.reply())
                .mandatory(letter.mandatory())
                .legalNotification(letter.legalNotification())
                .replyData(letter.replyData());
        letter.messageId().ifPresent(header::messageId);
        letter.messageCode().ifPresent(header::messageCode);
        letter.notification().ifPresent(header::notification);
        letter.additionalNotification().ifPresent(header::additionalNotification);
        letter.replyByDateTime().ifPresent(header::replyByDateTime);
        letter.doNotDeliverUntilDate().ifPresent(header::doNotDeliverUntilDate);
        letter.postType().ifPresent(header::postType);
        letter.contentData().ifPresent(header::contentData);
        return header.build();
    }

    private static Sender from(Letter letter, Sender sender) {
        Sender.Builder from = sender.toBuilder();
        letter.attentionData().ifPresent(from::attentionData);
        letter.contactPoint().ifPresent(from::contactPoint);
        return from.build();
    }

    private static MessageBody body(Letter letter, Instant createdDateTime) {
        Document document = letter.document();
        MainDocument.Builder main =
                MainDocument.builder().files(document.files()).actions(document.actions());
        document.title().ifPresent(main::label);
        return MessageBody.builder(createdDateTime, main.build())
                .additionalDocuments(letter.attachments().stream()
                        .map(LetterDraft::attachment)
                        .toList())
                .technicalDocuments(letter.technicalDocuments())
                .build();
    }

    private static AdditionalDocument attachment(Document document) {
        AdditionalDocument.Builder attachment =
                AdditionalDocument.builder().files(document.files()).actions(document.actions());
        document.title().ifPresent(attachment::label);
        return attachment.build();
    }
}

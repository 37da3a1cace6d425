package dk.borgerbro.digitalpost;

import dk.borgerbro.core.error.CallReference;
import dk.borgerbro.core.error.Finding;
import dk.borgerbro.core.error.InvalidInputException;
import dk.borgerbro.core.id.CprNumber;
import dk.borgerbro.core.id.CvrNumber;
import dk.borgerbro.digitalpost.internal.LetterDraft;
import dk.borgerbro.digitalpost.memo.AttentionData;
import dk.borgerbro.digitalpost.memo.ContactPoint;
import dk.borgerbro.digitalpost.memo.ContentData;
import dk.borgerbro.digitalpost.memo.Message;
import dk.borgerbro.digitalpost.memo.Recipient;
import dk.borgerbro.digitalpost.memo.ReplyData;
import dk.borgerbro.digitalpost.memo.Sender;
import dk.borgerbro.digitalpost.memo.TechnicalDocument;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter in Digital Post: to whom, about what, and the documents. Immutable. The sender is the client's, the ids and the time are given
 * when it is sent.
 *
 * <p>This is the short way to the common letter. {@link #toMessage} gives the whole {@link Message} for what has no option here.
 */
public final class Letter {
    private final Builder values;

    private Letter(Builder values) {
        this.values = values;
    }

    /**
     * {@return a builder for a letter to a person}
     *
     * @param recipient who gets it
     * @param label subject line, up to 256 characters
     * @param document the letter itself
     */
    public static Builder builder(CprNumber recipient, String label, Document document) {
        return builder(Recipient.of(recipient), label, document);
    }

    /**
     * {@return a builder for a letter to a company or authority}
     *
     * @param recipient who gets it
     * @param label subject line, up to 256 characters
     * @param document the letter itself
     */
    public static Builder builder(CvrNumber recipient, String label, Document document) {
        return builder(Recipient.of(recipient), label, document);
    }

    /**
     * {@return a builder for a letter to somebody within a recipient, or with a name}
     *
     * @param recipient who gets it
     * @param label subject line, up to 256 characters
     * @param document the letter itself
     */
    public static Builder builder(Recipient recipient, String label, Document document) {
        return new Builder(recipient, label, document);
    }

    /** {@return a builder that starts from this letter} */
    public Builder toBuilder() {
        return new Builder(values);
    }

    /**
     * {@return the letter as a message}
     *
     * @param sender who sends it; attention data and contact point of the letter are added to it
     * @param messageUuid a version-4 UUID
     * @param createdDateTime when it was made
     */
    public Message toMessage(Sender sender, UUID messageUuid, Instant createdDateTime) {
        return LetterDraft.message(this, sender, messageUuid, createdDateTime);
    }

    /** {@return who gets it} */
    public Recipient recipient() {
        return values.recipient;
    }

    /** {@return the subject line} */
    public String label() {
        return values.label;
    }

    /** {@return the letter itself} */
    public Document document() {
        return values.document;
    }

    /** {@return the attachments} */
    public List<Document> attachments() {
        return values.attachments;
    }

    /** {@return data for the recipient's system by agreement; never shown to people} */
    public List<TechnicalDocument> technicalDocuments() {
        return values.technicalDocuments;
    }

    /** {@return the sender's own id, which comes back in receipts; the idempotency key if it is absent} */
    public Optional<String> messageId() {
        return Optional.ofNullable(values.messageId);
    }

    /** {@return the sender's kind of message} */
    public Optional<String> messageCode() {
        return Optional.ofNullable(values.messageCode);
    }

    /** {@return the text of the advice by SMS} */
    public Optional<String> notification() {
        return Optional.ofNullable(values.notification);
    }

    /** {@return the longer advice text} */
    public Optional<String> additionalNotification() {
        return Optional.ofNullable(values.additionalNotification);
    }

    /** {@return whether the recipient may answer} */
    public boolean reply() {
        return values.reply;
    }

    /** {@return until when an answer is wanted} */
    public Optional<Instant> replyByDateTime() {
        return Optional.ofNullable(values.replyByDateTime);
    }

    /** {@return the day of delivery, if it is postponed} */
    public Optional<LocalDate> doNotDeliverUntilDate() {
        return Optional.ofNullable(values.doNotDeliverUntilDate);
    }

    /** {@return whether it reaches exempt recipients too} */
    public boolean mandatory() {
        return values.mandatory;
    }

    /** {@return whether it is a legal service (da: forkyndelse)} */
    public boolean legalNotification() {
        return values.legalNotification;
    }

    /** {@return {@code MYNDIGHEDSPOST} or {@code VIRKSOMHEDSPOST}} */
    public Optional<String> postType() {
        return Optional.ofNullable(values.postType);
    }

    /** {@return the contact point that it comes from, to which an answer goes} */
    public Optional<ContactPoint> contactPoint() {
        return Optional.ofNullable(values.contactPoint);
    }

    /** {@return whom within the sender it concerns} */
    public Optional<AttentionData> attentionData() {
        return Optional.ofNullable(values.attentionData);
    }

    /** {@return what it is about: case, person, KLE subject and so on} */
    public Optional<ContentData> contentData() {
        return Optional.ofNullable(values.contentData);
    }

    /** {@return the earlier messages of the thread} */
    public List<ReplyData> replyData() {
        return values.replyData;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Letter letter && LetterDraft.of(this).equals(LetterDraft.of(letter));
    }

    @Override
    public int hashCode() {
        return LetterDraft.of(this).hashCode();
    }

    /** Prints nothing of it. */
    @Override
    public String toString() {
        return "Letter(hidden)";
    }

    /** Builds a {@link Letter}. Not thread-safe. */
    public static final class Builder {
        private Recipient recipient;
        private String label;
        private Document document;
        private List<Document> attachments = List.of();
        private List<TechnicalDocument> technicalDocuments = List.of();
        private @Nullable String messageId;
        private @Nullable String messageCode;
        private @Nullable String notification;
        private @Nullable String additionalNotification;
        private boolean reply;
        private @Nullable Instant replyByDateTime;
        private @Nullable LocalDate doNotDeliverUntilDate;
        private boolean mandatory;
        private boolean legalNotification;
        private @Nullable String postType;
        private @Nullable ContactPoint contactPoint;
        private @Nullable AttentionData attentionData;
        private @Nullable ContentData contentData;
        private List<ReplyData> replyData = List.of();

        private Builder(Recipient recipient, String label, Document document) {
            this.recipient = recipient;
            this.label = label;
            this.document = document;
        }

        private Builder(Builder from) {
            this.recipient = from.recipient;
            this.label = from.label;
            this.document = from.document;
            this.attachments = from.attachments;
            this.technicalDocuments = from.technicalDocuments;
            this.messageId = from.messageId;
            this.messageCode = from.messageCode;
            this.notification = from.notification;
            this.additionalNotification = from.additionalNotification;
            this.reply = from.reply;
            this.replyByDateTime = from.replyByDateTime;
            this.doNotDeliverUntilDate = from.doNotDeliverUntilDate;
            this.mandatory = from.mandatory;
            this.legalNotification = from.legalNotification;
            this.postType = from.postType;
            this.contactPoint = from.contactPoint;
            this.attentionData = from.attentionData;
            this.contentData = from.contentData;
            this.replyData = from.replyData;
        }

        /** Sets who gets it. */
        public Builder recipient(Recipient recipient) {
            this.recipient = recipient;
            return this;
        }

        /** Sets the subject line, up to 256 characters. */
        public Builder label(String label) {
            this.label = label;
            return this;
        }

        /** Sets the letter itself. */
        public Builder document(Document document) {
            this.document = document;
            return this;
        }

        /** Sets the attachments, in place of earlier ones; Digital Post takes up to 10. */
        public Builder attachments(List<Document> attachments) {
            this.attachments = List.copyOf(attachments);
            return this;
        }

        /** Adds an attachment. */
        public Builder attach(Document attachment) {
            return attachments(plus(attachments, attachment));
        }

        /** Adds data for the recipient's system by agreement; never shown to people. */
        public Builder addTechnicalDocument(TechnicalDocument technicalDocument) {
            this.technicalDocuments = plus(technicalDocuments, technicalDocument);
            return this;
        }

        /** Sets the sender's own id, which comes back in receipts; without it the idempotency key is used. */
        public Builder messageId(String messageId) {
            this.messageId = messageId;
            return this;
        }

        /** Sets the sender's kind of message. */
        public Builder messageCode(String messageCode) {
            this.messageCode = messageCode;
            return this;
        }

        /** Sets the text of the advice by SMS: up to 150 characters, no personal data. */
        public Builder notification(String notification) {
            this.notification = notification;
            return this;
        }

        /** Sets the longer advice text: up to 256 characters, no personal data. */
        public Builder additionalNotification(String additionalNotification) {
            this.additionalNotification = additionalNotification;
            return this;
        }

        /** Sets whether the recipient may answer; false by default. */
        public Builder reply(boolean reply) {
            this.reply = reply;
            return this;
        }

        /** Sets until when an answer is wanted. */
        public Builder replyByDateTime(Instant replyByDateTime) {
            this.replyByDateTime = replyByDateTime;
            return this;
        }

        /** Postpones the delivery to a day; until then it can be recalled in the administration. */
        public Builder doNotDeliverUntilDate(LocalDate doNotDeliverUntilDate) {
            this.doNotDeliverUntilDate = doNotDeliverUntilDate;
            return this;
        }

        /** Sets whether it reaches exempt recipients too; needs a permission that the client was told of. False by default. */
        public Builder mandatory(boolean mandatory) {
            this.mandatory = mandatory;
            return this;
        }

        /** Sets whether it is a legal service; needs a permission that the client was told of. False by default. */
        public Builder legalNotification(boolean legalNotification) {
            this.legalNotification = legalNotification;
            return this;
        }

        /** Sets the kind of post, {@code MYNDIGHEDSPOST} or {@code VIRKSOMHEDSPOST}. */
        public Builder postType(String postType) {
            this.postType = postType;
            return this;
        }

        /** Sets the contact point that it comes from, to which an answer goes. */
        public Builder contactPoint(ContactPoint contactPoint) {
            this.contactPoint = contactPoint;
            return this;
        }

        /** Sets whom within the sender it concerns. */
        public Builder attentionData(AttentionData attentionData) {
            this.attentionData = attentionData;
            return this;
        }

        /** Sets what it is about: case, person, KLE subject and so on. */
        public Builder contentData(ContentData contentData) {
            this.contentData = contentData;
            return this;
        }

        /** Adds an earlier message of the thread. */
        public Builder addReplyData(ReplyData replyData) {
            this.replyData = plus(this.replyData, replyData);
            return this;
        }

        /**
         * {@return the letter}
         *
         * @throws InvalidInputException naming everything that breaks a rule of
         *     {@link dk.borgerbro.digitalpost.memo.MemoValidator}; sizes and permissions are the client's and are checked when it is sent
         */
        public Letter build() {
            Letter letter = new Letter(new Builder(this));
            List<Finding> findings = LetterDraft.check(letter);
            if (findings.stream().anyMatch(Finding::isError)) {
                throw new InvalidInputException(CallReference.local("digitalpost", "letter"), findings);
            }
            return letter;
        }

        private static <T> List<T> plus(List<T> list, T more) {
            List<T> next = new ArrayList<>(list);
            next.add(more);
            return List.copyOf(next);
        }
    }
}

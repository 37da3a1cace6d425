package dk.borgerbro.digitalpost.memo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who writes to whom about what ({@code MessageHeader}). Immutable. */
public final class MessageHeader extends MemoValue {
    private final Builder values;

    private MessageHeader(Builder values) {
        this.values = values;
    }

    /**
     * {@return a builder}
     *
     * @param messageType letter or text message
     * @param messageUuid id of the message, a version-4 UUID chosen by the sender once and for all
     * @param label the subject line
     * @param sender who sends it
     * @param recipient whom it is for
     */
    public static Builder builder(
            MessageType messageType, UUID messageUuid, String label, Sender sender, Recipient recipient) {
        return new Builder(messageType, messageUuid, label, sender, recipient);
    }

    /** {@return a builder that starts from these values} */
    public Builder toBuilder() {
        return new Builder(values);
    }

    /** {@return letter or text message} */
    public MessageType messageType() {
        return values.messageType;
    }

    /** {@return id of the message, a version-4 UUID chosen by the sender once and for all} */
    public UUID messageUuid() {
        return values.messageUuid;
    }

    /** {@return the subject line} */
    public String label() {
        return values.label;
    }

    /** {@return who sends it} */
    public Sender sender() {
        return values.sender;
    }

    /** {@return whom it is for} */
    public Recipient recipient() {
        return values.recipient;
    }

    /** {@return the sender's own id, which comes back in receipts} */
    public Optional<String> messageId() {
        return Optional.ofNullable(values.messageId);
    }

    /** {@return the sender's kind of message} */
    public Optional<String> messageCode() {
        return Optional.ofNullable(values.messageCode);
    }

    /** {@return the advice text, or the whole text of a NemSMS; up to 150 characters, no personal data} */
    public Optional<String> notification() {
        return Optional.ofNullable(values.notification);
    }

    /** {@return a longer advice text; no personal data} */
    public Optional<String> additionalNotification() {
        return Optional.ofNullable(values.additionalNotification);
    }

    /** {@return until when an answer is wanted} */
    public Optional<Instant> replyByDateTime() {
        return Optional.ofNullable(values.replyByDateTime);
    }

    /** {@return the day of delivery, if it is to be postponed} */
    public Optional<LocalDate> doNotDeliverUntilDate() {
        return Optional.ofNullable(values.doNotDeliverUntilDate);
    }

    /** {@return {@code MYNDIGHEDSPOST} or {@code VIRKSOMHEDSPOST}} */
    public Optional<String> postType() {
        return Optional.ofNullable(values.postType);
    }

    /** {@return what it is about} */
    public Optional<ContentData> contentData() {
        return Optional.ofNullable(values.contentData);
    }

    /** {@return what is known of a forwarded message} */
    public Optional<ForwardData> forwardData() {
        return Optional.ofNullable(values.forwardData);
    }

    /** {@return whether the recipient may answer; false by default} */
    public boolean reply() {
        return values.reply;
    }

    /** {@return whether it reaches exempt recipients too, which needs a permission; false by default} */
    public boolean mandatory() {
        return values.mandatory;
    }

    /** {@return whether it is a legal service (da: forkyndelse), which needs a permission; false by default} */
    public boolean legalNotification() {
        return values.legalNotification;
    }

    /** {@return the earlier messages of the thread} */
    public List<ReplyData> replyData() {
        return values.replyData;
    }

    @Override
    List<? extends @Nullable Object> parts() {
        return Arrays.asList(
                values.messageType,
                values.messageUuid,
                values.label,
                values.sender,
                values.recipient,
                values.messageId,
                values.messageCode,
                values.notification,
                values.additionalNotification,
                values.replyByDateTime,
                values.doNotDeliverUntilDate,
                values.postType,
                values.contentData,
                values.forwardData,
                values.reply,
                values.mandatory,
                values.legalNotification,
                values.replyData);
    }

    /** Builds a {@link MessageHeader}. Not thread-safe. */
    public static final class Builder {
        private MessageType messageType;
        private UUID messageUuid;
        private String label;
        private Sender sender;
        private Recipient recipient;
        private @Nullable String messageId;
        private @Nullable String messageCode;
        private @Nullable String notification;
        private @Nullable String additionalNotification;
        private @Nullable Instant replyByDateTime;
        private @Nullable LocalDate doNotDeliverUntilDate;
        private @Nullable String postType;
        private @Nullable ContentData contentData;
        private @Nullable ForwardData forwardData;
        private boolean reply;
        private boolean mandatory;
        private boolean legalNotification;
        private List<ReplyData> replyData = List.of();

        private Builder(MessageType messageType, UUID messageUuid, String label, Sender sender, Recipient recipient) {
            this.messageType = messageType;
            this.messageUuid = messageUuid;
            this.label = label;
            this.sender = sender;
            this.recipient = recipient;
        }

        private Builder(Builder from) {
            this.messageType = from.messageType;
            this.messageUuid = from.messageUuid;
            this.label = from.label;
            this.sender = from.sender;
            this.recipient = from.recipient;
            this.messageId = from.messageId;
            this.messageCode = from.messageCode;
            this.notification = from.notification;
            this.additionalNotification = from.additionalNotification;
            this.replyByDateTime = from.replyByDateTime;
            this.doNotDeliverUntilDate = from.doNotDeliverUntilDate;
            this.postType = from.postType;
            this.contentData = from.contentData;
            this.forwardData = from.forwardData;
            this.reply = from.reply;
            this.mandatory = from.mandatory;
            this.legalNotification = from.legalNotification;
            this.replyData = from.replyData;
        }

        /** Sets letter or text message. */
        public Builder messageType(MessageType messageType) {
            this.messageType = messageType;
            return this;
        }

        /** Sets id of the message, a version-4 UUID chosen by the sender once and for all. */
        public Builder messageUuid(UUID messageUuid) {
            this.messageUuid = messageUuid;
            return this;
        }

        /** Sets the subject line. */
        public Builder label(String label) {
            this.label = label;
            return this;
        }

        /** Sets who sends it. */
        public Builder sender(Sender sender) {
            this.sender = sender;
            return this;
        }

        /** Sets whom it is for. */
        public Builder recipient(Recipient recipient) {
            this.recipient = recipient;
            return this;
        }

        /** Sets the sender's own id, which comes back in receipts. */
        public Builder messageId(String messageId) {
            this.messageId = messageId;
            return this;
        }

        /** Sets the sender's kind of message. */
        public Builder messageCode(String messageCode) {
            this.messageCode = messageCode;
            return this;
        }

        /** Sets the advice text, or the whole text of a NemSMS; up to 150 characters, no personal data. */
        public Builder notification(String notification) {
            this.notification = notification;
            return this;
        }

        /** Sets a longer advice text; no personal data. */
        public Builder additionalNotification(String additionalNotification) {
            this.additionalNotification = additionalNotification;
            return this;
        }

        /** Sets until when an answer is wanted. */
        public Builder replyByDateTime(Instant replyByDateTime) {
            this.replyByDateTime = replyByDateTime;
            return this;
        }

        /** Sets the day of delivery, if it is to be postponed. */
        public Builder doNotDeliverUntilDate(LocalDate doNotDeliverUntilDate) {
            this.doNotDeliverUntilDate = doNotDeliverUntilDate;
            return this;
        }

        /** Sets {@code MYNDIGHEDSPOST} or {@code VIRKSOMHEDSPOST}. */
        public Builder postType(String postType) {
            this.postType = postType;
            return this;
        }

        /** Sets what it is about. */
        public Builder contentData(ContentData contentData) {
            this.contentData = contentData;
            return this;
        }

        /** Sets what is known of a forwarded message. */
        public Builder forwardData(ForwardData forwardData) {
            this.forwardData = forwardData;
            return this;
        }

        /** Sets whether the recipient may answer; false by default. */
        public Builder reply(boolean reply) {
            this.reply = reply;
            return this;
        }

        /** Sets whether it reaches exempt recipients too, which needs a permission; false by default. */
        public Builder mandatory(boolean mandatory) {
            this.mandatory = mandatory;
            return this;
        }

        /** Sets whether it is a legal service (da: forkyndelse), which needs a permission; false by default. */
        public Builder legalNotification(boolean legalNotification) {
            this.legalNotification = legalNotification;
            return this;
        }

        /** Sets the earlier messages of the thread, in place of earlier ones. */
        public Builder replyData(List<ReplyData> replyData) {
            this.replyData = List.copyOf(replyData);
            return this;
        }

        /** Adds to the earlier messages of the thread. */
        public Builder addReplyData(ReplyData replyData) {
            List<ReplyData> more = new ArrayList<>(this.replyData);
            more.add(replyData);
            return replyData(more);
        }

        /** {@return the value} */
        public MessageHeader build() {
            return new MessageHeader(new Builder(this));
        }
    }
}

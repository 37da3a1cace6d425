package dk.borgerbro.digitalpost.memo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One earlier message of a thread ({@code ReplyData}). Immutable. */
public final class ReplyData extends MemoValue {
    private final Builder values;

    private ReplyData(Builder values) {
        this.values = values;
    }

    /**
     * {@return a builder}
     *
     * @param messageUuid the earlier message
     */
    public static Builder builder(UUID messageUuid) {
        return new Builder(messageUuid);
    }

    /** {@return a builder that starts from these values} */
    public Builder toBuilder() {
        return new Builder(values);
    }

    /** {@return the earlier message} */
    public UUID messageUuid() {
        return values.messageUuid;
    }

    /** {@return its sender's own id} */
    public Optional<String> messageId() {
        return Optional.ofNullable(values.messageId);
    }

    /** {@return the message that it answered} */
    public Optional<UUID> replyUuid() {
        return Optional.ofNullable(values.replyUuid);
    }

    /** {@return who sent it} */
    public Optional<String> senderId() {
        return Optional.ofNullable(values.senderId);
    }

    /** {@return who got it} */
    public Optional<String> recipientId() {
        return Optional.ofNullable(values.recipientId);
    }

    /** {@return the case that it belonged to} */
    public Optional<String> caseId() {
        return Optional.ofNullable(values.caseId);
    }

    /** {@return contact point that it used} */
    public Optional<String> contactPointId() {
        return Optional.ofNullable(values.contactPointId);
    }

    /** {@return system that made it} */
    public Optional<String> generatingSystemId() {
        return Optional.ofNullable(values.generatingSystemId);
    }

    /** {@return a comment of up to 512 characters} */
    public Optional<String> comment() {
        return Optional.ofNullable(values.comment);
    }

    /** {@return values that its sender wants back, at most 4} */
    public List<AdditionalReplyData> additionalReplyData() {
        return values.additionalReplyData;
    }

    @Override
    List<? extends @Nullable Object> parts() {
        return Arrays.asList(
                values.messageUuid,
                values.messageId,
                values.replyUuid,
                values.senderId,
                values.recipientId,
                values.caseId,
                values.contactPointId,
                values.generatingSystemId,
                values.comment,
                values.additionalReplyData);
    }

    /** Builds a {@link ReplyData}. Not thread-safe. */
    public static final class Builder {
        private UUID messageUuid;
        private @Nullable String messageId;
        private @Nullable UUID replyUuid;
        private @Nullable String senderId;
        private @Nullable String recipientId;
        private @Nullable String caseId;
        private @Nullable String contactPointId;
        private @Nullable String generatingSystemId;
        private @Nullable String comment;
        private List<AdditionalReplyData> additionalReplyData = List.of();

        private Builder(UUID messageUuid) {
            this.messageUuid = messageUuid;
        }

        private Builder(Builder from) {
            this.messageUuid = from.messageUuid;
            this.messageId = from.messageId;
            this.replyUuid = from.replyUuid;
            this.senderId = from.senderId;
            this.recipientId = from.recipientId;
            this.caseId = from.caseId;
            this.contactPointId = from.contactPointId;
            this.generatingSystemId = from.generatingSystemId;
            this.comment = from.comment;
            this.additionalReplyData = from.additionalReplyData;
        }

        /** Sets the earlier message. */
        public Builder messageUuid(UUID messageUuid) {
            this.messageUuid = messageUuid;
            return this;
        }

        /** Sets its sender's own id. */
        public Builder messageId(String messageId) {
            this.messageId = messageId;
            return this;
        }

        /** Sets the message that it answered. */
        public Builder replyUuid(UUID replyUuid) {
            this.replyUuid = replyUuid;
            return this;
        }

        /** Sets who sent it. */
        public Builder senderId(String senderId) {
            this.senderId = senderId;
            return this;
        }

        /** Sets who got it. */
        public Builder recipientId(String recipientId) {
            this.recipientId = recipientId;
            return this;
        }

        /** Sets the case that it belonged to. */
        public Builder caseId(String caseId) {
            this.caseId = caseId;
            return this;
        }

        /** Sets contact point that it used. */
        public Builder contactPointId(String contactPointId) {
            this.contactPointId = contactPointId;
            return this;
        }

        /** Sets system that made it. */
        public Builder generatingSystemId(String generatingSystemId) {
            this.generatingSystemId = generatingSystemId;
            return this;
        }

        /** Sets a comment of up to 512 characters. */
        public Builder comment(String comment) {
            this.comment = comment;
            return this;
        }

        /** Sets values that its sender wants back, at most 4, in place of earlier ones. */
        public Builder additionalReplyData(List<AdditionalReplyData> additionalReplyData) {
            this.additionalReplyData = List.copyOf(additionalReplyData);
            return this;
        }

        /** Adds to values that its sender wants back, at most 4. */
        public Builder addAdditionalReplyData(AdditionalReplyData additionalReplyData) {
            List<AdditionalReplyData> more = new ArrayList<>(this.additionalReplyData);
            more.add(additionalReplyData);
            return additionalReplyData(more);
        }

        /** {@return the value} */
        public ReplyData build() {
            return new ReplyData(new Builder(this));
        }
    }
}

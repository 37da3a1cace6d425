package dk.borgerbro.digitalpost.memo;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is known of a message that is forwarded ({@code ForwardData}). Immutable. */
public final class ForwardData extends MemoValue {
    private final Builder values;

    private ForwardData(Builder values) {
        this.values = values;
    }

    /**
     * {@return a builder}
     *
     * @param messageUuid the message that is forwarded
     * @param originalMessageDateTime when it was sent
     * @param originalSender who sent it
     */
    public static Builder builder(UUID messageUuid, Instant originalMessageDateTime, String originalSender) {
        return new Builder(messageUuid, originalMessageDateTime, originalSender);
    }

    /** {@return a builder that starts from these values} */
    public Builder toBuilder() {
        return new Builder(values);
    }

    /** {@return the message that is forwarded} */
    public UUID messageUuid() {
        return values.messageUuid;
    }

    /** {@return when it was sent} */
    public Instant originalMessageDateTime() {
        return values.originalMessageDateTime;
    }

    /** {@return who sent it} */
    public String originalSender() {
        return values.originalSender;
    }

    /** {@return unit that answered for it} */
    public Optional<String> originalContentResponsible() {
        return Optional.ofNullable(values.originalContentResponsible);
    }

    /** {@return who represented its sender; MeMo 1.2 only} */
    public Optional<String> originalRepresentative() {
        return Optional.ofNullable(values.originalRepresentative);
    }

    /** {@return contact point that it went to} */
    public Optional<String> contactPointId() {
        return Optional.ofNullable(values.contactPointId);
    }

    /** {@return a comment of up to 512 characters} */
    public Optional<String> comment() {
        return Optional.ofNullable(values.comment);
    }

    @Override
    List<? extends @Nullable Object> parts() {
        return Arrays.asList(
                values.messageUuid,
                values.originalMessageDateTime,
                values.originalSender,
                values.originalContentResponsible,
                values.originalRepresentative,
                values.contactPointId,
                values.comment);
    }

    /** Builds a {@link ForwardData}. Not thread-safe. */
    public static final class Builder {
        private UUID messageUuid;
        private Instant originalMessageDateTime;
        private String originalSender;
        private @Nullable String originalContentResponsible;
        private @Nullable String originalRepresentative;
        private @Nullable String contactPointId;
        private @Nullable String comment;

        private Builder(UUID messageUuid, Instant originalMessageDateTime, String originalSender) {
            this.messageUuid = messageUuid;
            this.originalMessageDateTime = originalMessageDateTime;
            this.originalSender = originalSender;
        }

        private Builder(Builder from) {
            this.messageUuid = from.messageUuid;
            this.originalMessageDateTime = from.originalMessageDateTime;
            this.originalSender = from.originalSender;
            this.originalContentResponsible = from.originalContentResponsible;
            this.originalRepresentative = from.originalRepresentative;
            this.contactPointId = from.contactPointId;
            this.comment = from.comment;
        }

        /** Sets the message that is forwarded. */
        public Builder messageUuid(UUID messageUuid) {
            this.messageUuid = messageUuid;
            return this;
        }

        /** Sets when it was sent. */
        public Builder originalMessageDateTime(Instant originalMessageDateTime) {
            this.originalMessageDateTime = originalMessageDateTime;
            return this;
        }

        /** Sets who sent it. */
        public Builder originalSender(String originalSender) {
            this.originalSender = originalSender;
            return this;
        }

        /** Sets unit that answered for it. */
        public Builder originalContentResponsible(String originalContentResponsible) {
            this.originalContentResponsible = originalContentResponsible;
            return this;
        }

        /** Sets who represented its sender; MeMo 1.2 only. */
        public Builder originalRepresentative(String originalRepresentative) {
            this.originalRepresentative = originalRepresentative;
            return this;
        }

        /** Sets contact point that it went to. */
        public Builder contactPointId(String contactPointId) {
            this.contactPointId = contactPointId;
            return this;
        }

        /** Sets a comment of up to 512 characters. */
        public Builder comment(String comment) {
            this.comment = comment;
            return this;
        }

        /** {@return the value} */
        public ForwardData build() {
            return new ForwardData(new Builder(this));
        }
    }
}

package dk.borgerbro.digitalpost.receipt;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A business receipt: what became of one message. Immutable; the service's own text may hold personal data and is never printed. */
public final class Receipt {
    private final Builder values;

    private Receipt(Builder values) {
        this.values = values;
    }

    /** {@return a builder} */
    public static Builder builder(ReceiptStatus status) {
        return new Builder(status);
    }

    /** {@return what became of the message} */
    public ReceiptStatus status() {
        return values.status;
    }

    /** {@return id of the message, absent for a whole container} */
    public Optional<UUID> messageUuid() {
        return Optional.ofNullable(values.messageUuid);
    }

    /** {@return the sender's own id of the message, empty if it had none} */
    public String messageId() {
        return values.messageId;
    }

    /** {@return Digital Post's id of the transmission, empty if there is none} */
    public String transmissionId() {
        return values.transmissionId;
    }

    /** {@return the code of a refusal, such as {@code memo.invalid}, empty if there is none; the list of codes is not published} */
    public String errorCode() {
        return values.errorCode;
    }

    /** {@return the service's text of a refusal, empty if there is none; may repeat parts of the message} */
    public String errorMessage() {
        return values.errorMessage;
    }

    /** {@return when it was issued} */
    public Optional<Instant> time() {
        return Optional.ofNullable(values.time);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Receipt that
                && values.status.equals(that.values.status)
                && Objects.equals(values.messageUuid, that.values.messageUuid)
                && values.messageId.equals(that.values.messageId)
                && values.transmissionId.equals(that.values.transmissionId)
                && values.errorCode.equals(that.values.errorCode)
                && values.errorMessage.equals(that.values.errorMessage)
                && Objects.equals(values.time, that.values.time);
    }

    @Override
    public int hashCode() {
        return Objects.hash(values.status, values.messageUuid, values.messageId, values.transmissionId, values.time);
    }

    /** Prints status and message id only. */
    @Override
    public String toString() {
        return "Receipt(" + values.status + ", " + (values.messageUuid == null ? "no message" : values.messageUuid)
                + ")";
    }

    /** Builds a {@link Receipt}. Not thread-safe. */
    public static final class Builder {
        private final ReceiptStatus status;
        private @Nullable UUID messageUuid;
        private String messageId = "";
        private String transmissionId = "";
        private String errorCode = "";
        private String errorMessage = "";
        private @Nullable Instant time;

        private Builder(ReceiptStatus status) {
            this.status = status;
        }

        private Builder(Builder from) {
            this.status = from.status;
            this.messageUuid = from.messageUuid;
            this.messageId = from.messageId;
            this.transmissionId = from.transmissionId;
            this.errorCode = from.errorCode;
            this.errorMessage = from.errorMessage;
            this.time = from.time;
        }

        /** Sets the id of the message. */
        public Builder messageUuid(UUID messageUuid) {
            this.messageUuid = messageUuid;
            return this;
        }

        /** Sets the sender's own id. */
        public Builder messageId(String messageId) {
            this.messageId = messageId;
            return this;
        }

        /** Sets the id of the transmission. */
        public Builder transmissionId(String transmissionId) {
            this.transmissionId = transmissionId;
            return this;
        }

        /** Sets the code of a refusal. */
        public Builder errorCode(String errorCode) {
            this.errorCode = errorCode;
            return this;
        }

        /** Sets the text of a refusal. */
        public Builder errorMessage(String errorMessage) {
            this.errorMessage = errorMessage;
            return this;
        }

        /** Sets when it was issued. */
        public Builder time(Instant time) {
            this.time = time;
            return this;
        }

        /** {@return the receipt} */
        public Receipt build() {
            return new Receipt(new Builder(this));
        }
    }
}

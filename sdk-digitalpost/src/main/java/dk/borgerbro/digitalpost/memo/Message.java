package dk.borgerbro.digitalpost.memo;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A MeMo message: what Digital Post carries ({@code Message}). Immutable.
 *
 * <p>The types hold the structure; {@link MemoValidator} checks the values, {@link MemoWriter} writes.
 */
public final class Message extends MemoValue {
    private final Builder values;

    private Message(Builder values) {
        this.values = values;
    }

    /**
     * {@return a builder}
     *
     * @param header who writes to whom about what
     */
    public static Builder builder(MessageHeader header) {
        return new Builder(header);
    }

    /** {@return a letter} */
    public static Message of(MessageHeader header, MessageBody body) {
        return builder(header).body(body).build();
    }

    /** {@return a builder that starts from these values} */
    public Builder toBuilder() {
        return new Builder(values);
    }

    /** {@return who writes to whom about what} */
    public MessageHeader header() {
        return values.header;
    }

    /** {@return the documents; absent in a NemSMS} */
    public Optional<MessageBody> body() {
        return Optional.ofNullable(values.body);
    }

    /** {@return the version of the format that it is written in; 1.2 by default} */
    public MemoVersion version() {
        return values.version;
    }

    @Override
    List<? extends @Nullable Object> parts() {
        return Arrays.asList(values.header, values.version, values.body);
    }

    /** Builds a {@link Message}. Not thread-safe. */
    public static final class Builder {
        private MessageHeader header;
        private @Nullable MessageBody body;
        private MemoVersion version = MemoVersion.V1_2;

        private Builder(MessageHeader header) {
            this.header = header;
        }

        private Builder(Builder from) {
            this.header = from.header;
            this.version = from.version;
            this.body = from.body;
        }

        /** Sets who writes to whom about what. */
        public Builder header(MessageHeader header) {
            this.header = header;
            return this;
        }

        /** Sets the documents; absent in a NemSMS. */
        public Builder body(MessageBody body) {
            this.body = body;
            return this;
        }

        /** Sets the version of the format that it is written in; 1.2 by default. */
        public Builder version(MemoVersion version) {
            this.version = version;
            return this;
        }

        /** {@return the value} */
        public Message build() {
            return new Message(new Builder(this));
        }
    }
}

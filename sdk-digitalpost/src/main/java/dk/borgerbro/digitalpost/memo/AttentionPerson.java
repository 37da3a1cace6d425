package dk.borgerbro.digitalpost.memo;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The person that a message is for the attention of ({@code AttentionPerson}). Immutable. */
public final class AttentionPerson extends MemoValue {
    private final Builder values;

    private AttentionPerson(Builder values) {
        this.values = values;
    }

    /** {@return a builder} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return a builder that starts from these values} */
    public Builder toBuilder() {
        return new Builder(values);
    }

    /** {@return id of the person} */
    public Optional<String> personId() {
        return Optional.ofNullable(values.personId);
    }

    /** {@return name of the person} */
    public Optional<String> label() {
        return Optional.ofNullable(values.label);
    }

    @Override
    List<? extends @Nullable Object> parts() {
        return Arrays.asList(values.personId, values.label);
    }

    /** Builds an {@link AttentionPerson}. Not thread-safe. */
    public static final class Builder {
        private @Nullable String personId;
        private @Nullable String label;

        private Builder() {}

        private Builder(Builder from) {
            this.personId = from.personId;
            this.label = from.label;
        }

        /** Sets id of the person. */
        public Builder personId(String personId) {
            this.personId = personId;
            return this;
        }

        /** Sets name of the person. */
        public Builder label(String label) {
            this.label = label;
            return this;
        }

        /** {@return the value} */
        public AttentionPerson build() {
            return new AttentionPerson(new Builder(this));
        }
    }
}

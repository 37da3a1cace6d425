package dk.borgerbro.digitalpost.memo;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who represents the sender ({@code Representative}); MeMo 1.2 only. Immutable. */
public final class Representative extends MemoValue {
    private final Builder values;

    private Representative(Builder values) {
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

    /** {@return id of the representative} */
    public Optional<String> representativeId() {
        return Optional.ofNullable(values.representativeId);
    }

    /** {@return kind of that id} */
    public Optional<IdType> idType() {
        return Optional.ofNullable(values.idType);
    }

    /** {@return name of the kind of id} */
    public Optional<String> idTypeLabel() {
        return Optional.ofNullable(values.idTypeLabel);
    }

    /** {@return name of the representative} */
    public Optional<String> label() {
        return Optional.ofNullable(values.label);
    }

    @Override
    List<? extends @Nullable Object> parts() {
        return Arrays.asList(values.representativeId, values.idType, values.idTypeLabel, values.label);
    }

    /** Builds a {@link Representative}. Not thread-safe. */
    public static final class Builder {
        private @Nullable String representativeId;
        private @Nullable IdType idType;
        private @Nullable String idTypeLabel;
        private @Nullable String label;

        private Builder() {}

        private Builder(Builder from) {
            this.representativeId = from.representativeId;
            this.idType = from.idType;
            this.idTypeLabel = from.idTypeLabel;
            this.label = from.label;
        }

        /** Sets id of the representative. */
        public Builder representativeId(String representativeId) {
            this.representativeId = representativeId;
            return this;
        }

        /** Sets kind of that id. */
        public Builder idType(IdType idType) {
            this.idType = idType;
            return this;
        }

        /** Sets name of the kind of id. */
        public Builder idTypeLabel(String idTypeLabel) {
            this.idTypeLabel = idTypeLabel;
            return this;
        }

        /** Sets name of the representative. */
        public Builder label(String label) {
            this.label = label;
            return this;
        }

        /** {@return the value} */
        public Representative build() {
            return new Representative(new Builder(this));
        }
    }
}

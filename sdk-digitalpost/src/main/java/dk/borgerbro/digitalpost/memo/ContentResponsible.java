package dk.borgerbro.digitalpost.memo;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The unit that answers for the content ({@code ContentResponsible}). Immutable. */
public final class ContentResponsible extends MemoValue {
    private final Builder values;

    private ContentResponsible(Builder values) {
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

    /** {@return id of the unit} */
    public Optional<String> contentResponsibleId() {
        return Optional.ofNullable(values.contentResponsibleId);
    }

    /** {@return name of the unit} */
    public Optional<String> label() {
        return Optional.ofNullable(values.label);
    }

    @Override
    List<? extends @Nullable Object> parts() {
        return Arrays.asList(values.contentResponsibleId, values.label);
    }

    /** Builds a {@link ContentResponsible}. Not thread-safe. */
    public static final class Builder {
        private @Nullable String contentResponsibleId;
        private @Nullable String label;

        private Builder() {}

        private Builder(Builder from) {
            this.contentResponsibleId = from.contentResponsibleId;
            this.label = from.label;
        }

        /** Sets id of the unit. */
        public Builder contentResponsibleId(String contentResponsibleId) {
            this.contentResponsibleId = contentResponsibleId;
            return this;
        }

        /** Sets name of the unit. */
        public Builder label(String label) {
            this.label = label;
            return this;
        }

        /** {@return the value} */
        public ContentResponsible build() {
            return new ContentResponsible(new Builder(this));
        }
    }
}

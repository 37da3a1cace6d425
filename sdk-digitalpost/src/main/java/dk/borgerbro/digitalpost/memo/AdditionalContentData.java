package dk.borgerbro.digitalpost.memo;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A value about the content that has no element of its own ({@code AdditionalContentData}). Immutable. */
public final class AdditionalContentData extends MemoValue {
    private final Builder values;

    private AdditionalContentData(Builder values) {
        this.values = values;
    }

    /**
     * {@return a builder}
     *
     * @param contentDataName what it is
     * @param contentDataValue the value
     */
    public static Builder builder(String contentDataName, String contentDataValue) {
        return new Builder(contentDataName, contentDataValue);
    }

    /** {@return a builder that starts from these values} */
    public Builder toBuilder() {
        return new Builder(values);
    }

    /** {@return what it is} */
    public String contentDataName() {
        return values.contentDataName;
    }

    /** {@return the value} */
    public String contentDataValue() {
        return values.contentDataValue;
    }

    /** {@return list or kind that it belongs to} */
    public Optional<String> contentDataType() {
        return Optional.ofNullable(values.contentDataType);
    }

    @Override
    List<? extends @Nullable Object> parts() {
        return Arrays.asList(values.contentDataName, values.contentDataValue, values.contentDataType);
    }

    /** Builds an {@link AdditionalContentData}. Not thread-safe. */
    public static final class Builder {
        private String contentDataName;
        private String contentDataValue;
        private @Nullable String contentDataType;

        private Builder(String contentDataName, String contentDataValue) {
            this.contentDataName = contentDataName;
            this.contentDataValue = contentDataValue;
        }

        private Builder(Builder from) {
            this.contentDataName = from.contentDataName;
            this.contentDataValue = from.contentDataValue;
            this.contentDataType = from.contentDataType;
        }

        /** Sets what it is. */
        public Builder contentDataName(String contentDataName) {
            this.contentDataName = contentDataName;
            return this;
        }

        /** Sets the value. */
        public Builder contentDataValue(String contentDataValue) {
            this.contentDataValue = contentDataValue;
            return this;
        }

        /** Sets list or kind that it belongs to. */
        public Builder contentDataType(String contentDataType) {
            this.contentDataType = contentDataType;
            return this;
        }

        /** {@return the value} */
        public AdditionalContentData build() {
            return new AdditionalContentData(new Builder(this));
        }
    }
}

package dk.borgerbro.digitalpost.memo;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where an address lies ({@code grd:AddressPoint}), as text in the reference system of the address register. Immutable.
 */
public final class AddressPoint extends MemoValue {
    private final Builder values;

    private AddressPoint(Builder values) {
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

    /** {@return easting in metres} */
    public Optional<String> geographicEastingMeasure() {
        return Optional.ofNullable(values.geographicEastingMeasure);
    }

    /** {@return northing in metres} */
    public Optional<String> geographicNorthingMeasure() {
        return Optional.ofNullable(values.geographicNorthingMeasure);
    }

    /** {@return height in metres} */
    public Optional<String> geographicHeightMeasure() {
        return Optional.ofNullable(values.geographicHeightMeasure);
    }

    @Override
    List<? extends @Nullable Object> parts() {
        return Arrays.asList(
                values.geographicEastingMeasure, values.geographicNorthingMeasure, values.geographicHeightMeasure);
    }

    /** Builds an {@link AddressPoint}. Not thread-safe. */
    public static final class Builder {
        private @Nullable String geographicEastingMeasure;
        private @Nullable String geographicNorthingMeasure;
        private @Nullable String geographicHeightMeasure;

        private Builder() {}

        private Builder(Builder from) {
            this.geographicEastingMeasure = from.geographicEastingMeasure;
            this.geographicNorthingMeasure = from.geographicNorthingMeasure;
            this.geographicHeightMeasure = from.geographicHeightMeasure;
        }

        /** Sets easting in metres. */
        public Builder geographicEastingMeasure(String geographicEastingMeasure) {
            this.geographicEastingMeasure = geographicEastingMeasure;
            return this;
        }

        /** Sets northing in metres. */
        public Builder geographicNorthingMeasure(String geographicNorthingMeasure) {
            this.geographicNorthingMeasure = geographicNorthingMeasure;
            return this;
        }

        /** Sets height in metres. */
        public Builder geographicHeightMeasure(String geographicHeightMeasure) {
            this.geographicHeightMeasure = geographicHeightMeasure;
            return this;
        }

        /** {@return the value} */
        public AddressPoint build() {
            return new AddressPoint(new Builder(this));
        }
    }
}

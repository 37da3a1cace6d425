package dk.borgerbro.digitalpost.memo;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An address in parts ({@code grd:Address}). Immutable. */
public final class Address extends MemoValue {
    private final Builder values;

    private Address(Builder values) {
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

    /** {@return id in the address register (da: DAR)} */
    public Optional<String> id() {
        return Optional.ofNullable(values.id);
    }

    /** {@return name of the road} */
    public Optional<String> addressLabel() {
        return Optional.ofNullable(values.addressLabel);
    }

    /** {@return number and letter of the house} */
    public Optional<String> houseNumber() {
        return Optional.ofNullable(values.houseNumber);
    }

    /** {@return door} */
    public Optional<String> door() {
        return Optional.ofNullable(values.door);
    }

    /** {@return floor} */
    public Optional<String> floor() {
        return Optional.ofNullable(values.floor);
    }

    /** {@return care-of name} */
    public Optional<String> co() {
        return Optional.ofNullable(values.co);
    }

    /** {@return postal code} */
    public Optional<String> zipCode() {
        return Optional.ofNullable(values.zipCode);
    }

    /** {@return postal district} */
    public Optional<String> city() {
        return Optional.ofNullable(values.city);
    }

    /** {@return country} */
    public Optional<String> country() {
        return Optional.ofNullable(values.country);
    }

    /** {@return where it lies} */
    public Optional<AddressPoint> addressPoint() {
        return Optional.ofNullable(values.addressPoint);
    }

    @Override
    List<? extends @Nullable Object> parts() {
        return Arrays.asList(
                values.id,
                values.addressLabel,
                values.houseNumber,
                values.door,
                values.floor,
                values.co,
                values.zipCode,
                values.city,
                values.country,
                values.addressPoint);
    }

    /** Builds an {@link Address}. Not thread-safe. */
    public static final class Builder {
        private @Nullable String id;
        private @Nullable String addressLabel;
        private @Nullable String houseNumber;
        private @Nullable String door;
        private @Nullable String floor;
        private @Nullable String co;
        private @Nullable String zipCode;
        private @Nullable String city;
        private @Nullable String country;
        private @Nullable AddressPoint addressPoint;

        private Builder() {}

        private Builder(Builder from) {
            this.id = from.id;
            this.addressLabel = from.addressLabel;
            this.houseNumber = from.houseNumber;
            this.door = from.door;
            this.floor = from.floor;
            this.co = from.co;
            this.zipCode = from.zipCode;
            this.city = from.city;
            this.country = from.country;
            this.addressPoint = from.addressPoint;
        }

        /** Sets id in the address register (da: DAR). */
        public Builder id(String id) {
            this.id = id;
            return this;
        }

        /** Sets name of the road. */
        public Builder addressLabel(String addressLabel) {
            this.addressLabel = addressLabel;
            return this;
        }

        /** Sets number and letter of the house. */
        public Builder houseNumber(String houseNumber) {
            this.houseNumber = houseNumber;
            return this;
        }

        /** Sets door. */
        public Builder door(String door) {
            this.door = door;
            return this;
        }

        /** Sets floor. */
        public Builder floor(String floor) {
            this.floor = floor;
            return this;
        }

        /** Sets care-of name. */
        public Builder co(String co) {
            this.co = co;
            return this;
        }

        /** Sets postal code. */
        public Builder zipCode(String zipCode) {
            this.zipCode = zipCode;
            return this;
        }

        /** Sets postal district. */
        public Builder city(String city) {
            this.city = city;
            return this;
        }

        /** Sets country. */
        public Builder country(String country) {
            this.country = country;
            return this;
        }

        /** Sets where it lies. */
        public Builder addressPoint(AddressPoint addressPoint) {
            this.addressPoint = addressPoint;
            return this;
        }

        /** {@return the value} */
        public Address build() {
            return new Address(new Builder(this));
        }
    }
}

package dk.borgerbro.digitalpost.memo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a message is about, in up to twelve ways ({@code ContentData}). Immutable. */
public final class ContentData extends MemoValue {
    private final Builder values;

    private ContentData(Builder values) {
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

    /** {@return the person} */
    public Optional<CprData> cprData() {
        return Optional.ofNullable(values.cprData);
    }

    /** {@return the company} */
    public Optional<CvrData> cvrData() {
        return Optional.ofNullable(values.cvrData);
    }

    /** {@return the vehicle} */
    public Optional<MotorVehicle> motorVehicle() {
        return Optional.ofNullable(values.motorVehicle);
    }

    /** {@return the property number (da: ejendomsnummer)} */
    public Optional<String> propertyNumber() {
        return Optional.ofNullable(values.propertyNumber);
    }

    /** {@return the case} */
    public Optional<CaseId> caseId() {
        return Optional.ofNullable(values.caseId);
    }

    /** {@return the KLE subject} */
    public Optional<KleData> kleData() {
        return Optional.ofNullable(values.kleData);
    }

    /** {@return the FORM task} */
    public Optional<FormData> formData() {
        return Optional.ofNullable(values.formData);
    }

    /** {@return the production unit} */
    public Optional<ProductionUnit> productionUnit() {
        return Optional.ofNullable(values.productionUnit);
    }

    /** {@return the education} */
    public Optional<Education> education() {
        return Optional.ofNullable(values.education);
    }

    /** {@return the address in parts} */
    public Optional<Address> address() {
        return Optional.ofNullable(values.address);
    }

    /** {@return the address as one text ({@code grd:UnstructuredAddress})} */
    public Optional<String> unstructuredAddress() {
        return Optional.ofNullable(values.unstructuredAddress);
    }

    /** {@return further values, at most 10} */
    public List<AdditionalContentData> additionalContentData() {
        return values.additionalContentData;
    }

    @Override
    List<? extends @Nullable Object> parts() {
        return Arrays.asList(
                values.cprData,
                values.cvrData,
                values.motorVehicle,
                values.propertyNumber,
                values.caseId,
                values.kleData,
                values.formData,
                values.productionUnit,
                values.education,
                values.address,
                values.unstructuredAddress,
                values.additionalContentData);
    }

    /** Builds a {@link ContentData}. Not thread-safe. */
    public static final class Builder {
        private @Nullable CprData cprData;
        private @Nullable CvrData cvrData;
        private @Nullable MotorVehicle motorVehicle;
        private @Nullable String propertyNumber;
        private @Nullable CaseId caseId;
        private @Nullable KleData kleData;
        private @Nullable FormData formData;
        private @Nullable ProductionUnit productionUnit;
        private @Nullable Education education;
        private @Nullable Address address;
        private @Nullable String unstructuredAddress;
        private List<AdditionalContentData> additionalContentData = List.of();

        private Builder() {}

        private Builder(Builder from) {
            this.cprData = from.cprData;
            this.cvrData = from.cvrData;
            this.motorVehicle = from.motorVehicle;
            this.propertyNumber = from.propertyNumber;
            this.caseId = from.caseId;
            this.kleData = from.kleData;
            this.formData = from.formData;
            this.productionUnit = from.productionUnit;
            this.education = from.education;
            this.address = from.address;
            this.unstructuredAddress = from.unstructuredAddress;
            this.additionalContentData = from.additionalContentData;
        }

        /** Sets the person. */
        public Builder cprData(CprData cprData) {
            this.cprData = cprData;
            return this;
        }

        /** Sets the company. */
        public Builder cvrData(CvrData cvrData) {
            this.cvrData = cvrData;
            return this;
        }

        /** Sets the vehicle. */
        public Builder motorVehicle(MotorVehicle motorVehicle) {
            this.motorVehicle = motorVehicle;
            return this;
        }

        /** Sets the property number (da: ejendomsnummer). */
        public Builder propertyNumber(String propertyNumber) {
            this.propertyNumber = propertyNumber;
            return this;
        }

        /** Sets the case. */
        public Builder caseId(CaseId caseId) {
            this.caseId = caseId;
            return this;
        }

        /** Sets the KLE subject. */
        public Builder kleData(KleData kleData) {
            this.kleData = kleData;
            return this;
        }

        /** Sets the FORM task. */
        public Builder formData(FormData formData) {
            this.formData = formData;
            return this;
        }

        /** Sets the production unit. */
        public Builder productionUnit(ProductionUnit productionUnit) {
            this.productionUnit = productionUnit;
            return this;
        }

        /** Sets the education. */
        public Builder education(Education education) {
            this.education = education;
            return this;
        }

        /** Sets the address in parts. */
        public Builder address(Address address) {
            this.address = address;
            return this;
        }

        /** Sets the address as one text ({@code grd:UnstructuredAddress}). */
        public Builder unstructuredAddress(String unstructuredAddress) {
            this.unstructuredAddress = unstructuredAddress;
            return this;
        }

        /** Sets further values, at most 10, in place of earlier ones. */
        public Builder additionalContentData(List<AdditionalContentData> additionalContentData) {
            this.additionalContentData = List.copyOf(additionalContentData);
            return this;
        }

        /** Adds to further values, at most 10. */
        public Builder addAdditionalContentData(AdditionalContentData additionalContentData) {
            List<AdditionalContentData> more = new ArrayList<>(this.additionalContentData);
            more.add(additionalContentData);
            return additionalContentData(more);
        }

        /** {@return the value} */
        public ContentData build() {
            return new ContentData(new Builder(this));
        }
    }
}

package dk.borgerbro.digitalpost.memo;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whom within sender or recipient a message concerns, in up to twelve ways ({@code AttentionData}). Immutable. */
public final class AttentionData extends MemoValue {
    private final Builder values;

    private AttentionData(Builder values) {
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
    public Optional<AttentionPerson> attentionPerson() {
        return Optional.ofNullable(values.attentionPerson);
    }

    /** {@return the production unit} */
    public Optional<ProductionUnit> productionUnit() {
        return Optional.ofNullable(values.productionUnit);
    }

    /** {@return the location number} */
    public Optional<GlobalLocationNumber> globalLocationNumber() {
        return Optional.ofNullable(values.globalLocationNumber);
    }

    /** {@return the e-mail address} */
    public Optional<Email> email() {
        return Optional.ofNullable(values.email);
    }

    /** {@return the SE number} */
    public Optional<SeNumberData> seNumber() {
        return Optional.ofNullable(values.seNumber);
    }

    /** {@return the telephone number} */
    public Optional<Telephone> telephone() {
        return Optional.ofNullable(values.telephone);
    }

    /** {@return the electronic identity} */
    public Optional<Eid> eid() {
        return Optional.ofNullable(values.eid);
    }

    /** {@return the unit that answers for the content} */
    public Optional<ContentResponsible> contentResponsible() {
        return Optional.ofNullable(values.contentResponsible);
    }

    /** {@return the system that made the message} */
    public Optional<GeneratingSystem> generatingSystem() {
        return Optional.ofNullable(values.generatingSystem);
    }

    /** {@return the health service's register entry} */
    public Optional<SorData> sorData() {
        return Optional.ofNullable(values.sorData);
    }

    /** {@return the address in parts} */
    public Optional<Address> address() {
        return Optional.ofNullable(values.address);
    }

    /** {@return the address as one text ({@code grd:UnstructuredAddress})} */
    public Optional<String> unstructuredAddress() {
        return Optional.ofNullable(values.unstructuredAddress);
    }

    @Override
    List<? extends @Nullable Object> parts() {
        return Arrays.asList(
                values.attentionPerson,
                values.productionUnit,
                values.globalLocationNumber,
                values.email,
                values.seNumber,
                values.telephone,
                values.eid,
                values.contentResponsible,
                values.generatingSystem,
                values.sorData,
                values.address,
                values.unstructuredAddress);
    }

    /** Builds an {@link AttentionData}. Not thread-safe. */
    public static final class Builder {
        private @Nullable AttentionPerson attentionPerson;
        private @Nullable ProductionUnit productionUnit;
        private @Nullable GlobalLocationNumber globalLocationNumber;
        private @Nullable Email email;
        private @Nullable SeNumberData seNumber;
        private @Nullable Telephone telephone;
        private @Nullable Eid eid;
        private @Nullable ContentResponsible contentResponsible;
        private @Nullable GeneratingSystem generatingSystem;
        private @Nullable SorData sorData;
        private @Nullable Address address;
        private @Nullable String unstructuredAddress;

        private Builder() {}

        private Builder(Builder from) {
            this.attentionPerson = from.attentionPerson;
            this.productionUnit = from.productionUnit;
            this.globalLocationNumber = from.globalLocationNumber;
            this.email = from.email;
            this.seNumber = from.seNumber;
            this.telephone = from.telephone;
            this.eid = from.eid;
            this.contentResponsible = from.contentResponsible;
            this.generatingSystem = from.generatingSystem;
            this.sorData = from.sorData;
            this.address = from.address;
            this.unstructuredAddress = from.unstructuredAddress;
        }

        /** Sets the person. */
        public Builder attentionPerson(AttentionPerson attentionPerson) {
            this.attentionPerson = attentionPerson;
            return this;
        }

        /** Sets the production unit. */
        public Builder productionUnit(ProductionUnit productionUnit) {
            this.productionUnit = productionUnit;
            return this;
        }

        /** Sets the location number. */
        public Builder globalLocationNumber(GlobalLocationNumber globalLocationNumber) {
            this.globalLocationNumber = globalLocationNumber;
            return this;
        }

        /** Sets the e-mail address. */
        public Builder email(Email email) {
            this.email = email;
            return this;
        }

        /** Sets the SE number. */
        public Builder seNumber(SeNumberData seNumber) {
            this.seNumber = seNumber;
            return this;
        }

        /** Sets the telephone number. */
        public Builder telephone(Telephone telephone) {
            this.telephone = telephone;
            return this;
        }

        /** Sets the electronic identity. */
        public Builder eid(Eid eid) {
            this.eid = eid;
            return this;
        }

        /** Sets the unit that answers for the content. */
        public Builder contentResponsible(ContentResponsible contentResponsible) {
            this.contentResponsible = contentResponsible;
            return this;
        }

        /** Sets the system that made the message. */
        public Builder generatingSystem(GeneratingSystem generatingSystem) {
            this.generatingSystem = generatingSystem;
            return this;
        }

        /** Sets the health service's register entry. */
        public Builder sorData(SorData sorData) {
            this.sorData = sorData;
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

        /** {@return the value} */
        public AttentionData build() {
            return new AttentionData(new Builder(this));
        }
    }
}

package dk.borgerbro.eid;

import dk.borgerbro.core.error.CallReference;
import dk.borgerbro.core.error.Finding;
import dk.borgerbro.core.error.InvalidInputException;
import dk.borgerbro.core.error.InvalidMessageException;
import dk.borgerbro.core.id.CvrNumber;
import dk.borgerbro.core.id.PNumber;
import dk.borgerbro.core.id.SeNumber;
import dk.borgerbro.eid.internal.identity.TypedValue;
import dk.borgerbro.eid.internal.identity.UuidText;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody who logged in on behalf of an organisation (da: erhvervsidentitet).
 *
 * <pre>{@code
 * Professional bo = Professional.builder(UUID.randomUUID(), AssuranceLevel.HIGH, cvr, "Prøvested Kommune")
 *         .fullName("Bo Prøvesen").rid("12345678").build();
 * }</pre>
 */
public final class Professional extends Identity {
    Professional(SubjectId subject, AssuranceLevel assuranceLevel, Attributes attributes) {
        super(subject, assuranceLevel, attributes);
    }

    /** {@return a builder for somebody of whom this much is always known} */
    public static Builder builder(UUID subject, AssuranceLevel assuranceLevel, CvrNumber cvr, String organisationName) {
        return new Builder(SubjectId.professional(subject), assuranceLevel)
                .cvr(cvr)
                .organisationName(organisationName);
    }

    /** {@return a builder that begins with all of this} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /**
     * {@return the organisation's CVR number}
     *
     * @throws InvalidMessageException if its check digit is wrong, which invented organisations of test environments can have; see
     *     {@link #cvrDigits()}
     */
    public CvrNumber cvr() {
        try {
            return CvrNumber.of(cvrDigits());
        } catch (InvalidInputException e) {
            throw new InvalidMessageException(
                    CallReference.local("login", "cvr"),
                    List.of(
                            Finding.error(
                                    "CVR",
                                    OioAttribute.CVR.uri(),
                                    "has eight digits, but not the check digit of a CVR number; cvrDigits() has them as they are")));
        }
    }

    /** {@return the organisation's CVR number as eight digits, whatever its check digit} */
    public String cvrDigits() {
        return attributes().values(OioAttribute.CVR).get(0);
    }

    /** {@return the organisation's name, not blank} */
    public String organisationName() {
        return attributes().values(OioAttribute.ORGANISATION_NAME).get(0);
    }

    /** {@return the UUID of this professional, the same for all services} */
    public Optional<UUID> professionalUuid() {
        return attributes().value(OioAttribute.PROFESSIONAL_UUID).flatMap(UuidText::bareOrUrn);
    }

    /** {@return the RID of the time of NemID, digits} */
    public Optional<String> rid() {
        return TypedValue.digits(attributes(), OioAttribute.RID);
    }

    /** {@return the P number of the place of work} */
    public Optional<PNumber> productionUnit() {
        return TypedValue.of(attributes(), OioAttribute.PRODUCTION_UNIT, PNumber::of);
    }

    /** {@return the organisation's SE number} */
    public Optional<SeNumber> seNumber() {
        return TypedValue.of(attributes(), OioAttribute.SE_NUMBER, SeNumber::of);
    }

    /** {@return the organisations that this one may act for, in the order received; values that are no CVR number left out} */
    public List<CvrNumber> authorizedToRepresent() {
        return TypedValue.each(attributes(), OioAttribute.AUTHORIZED_TO_REPRESENT, CvrNumber::of);
    }

    /** {@return whether it is a program that logged in (OIOSAML 4.0); empty if that is not told} */
    public Optional<Boolean> robot() {
        return TypedValue.truth(attributes(), OioAttribute.IS_ROBOT);
    }

    /** Builds a professional. Not thread-safe. */
    public static final class Builder extends IdentityBuilder<Builder> {
        private Builder(SubjectId subject, AssuranceLevel level) {
            super(subject, level);
        }

        private Builder(Professional professional) {
            super(professional);
        }

        @Override
        Builder self() {
            return this;
        }

        /** Sets the organisation's CVR number. */
        public Builder cvr(CvrNumber number) {
            return set(OioAttribute.CVR, number.value());
        }

        /** Sets the organisation's name. */
        public Builder organisationName(String name) {
            return set(OioAttribute.ORGANISATION_NAME, name);
        }

        /** Sets the UUID that is the same for all services. */
        public Builder professionalUuid(UUID uuid) {
            return set(OioAttribute.PROFESSIONAL_UUID, uuid.toString());
        }

        /** Sets the RID of the time of NemID. */
        public Builder rid(String rid) {
            return set(OioAttribute.RID, rid);
        }

        /** Sets the P number of the place of work. */
        public Builder productionUnit(PNumber number) {
            return set(OioAttribute.PRODUCTION_UNIT, number.value());
        }

        /** Sets the organisation's SE number. */
        public Builder seNumber(SeNumber number) {
            return set(OioAttribute.SE_NUMBER, number.value());
        }

        /** Sets the organisations that this one may act for. */
        public Builder authorizedToRepresent(List<CvrNumber> organisations) {
            return attribute(
                    OioAttribute.AUTHORIZED_TO_REPRESENT.uri(),
                    organisations.stream().map(CvrNumber::value).toList());
        }

        /**
         * {@return the professional}
         *
         * @throws InvalidInputException with every finding, as {@link Identity#of}
         */
        public Professional build() {
            return (Professional) identity();
        }
    }
}

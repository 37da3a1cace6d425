package dk.borgerbro.eid;

import dk.borgerbro.eid.internal.identity.TypedValue;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody who logged in for themselves (da: privatperson).
 *
 * <pre>{@code
 * Person ane = Person.builder(UUID.randomUUID(), AssuranceLevel.SUBSTANTIAL)
 *         .fullName("Ane Prøvesen").cprNumber(cpr).build();
 * }</pre>
 */
public final class Person extends Identity {
    Person(SubjectId subject, AssuranceLevel assuranceLevel, Attributes attributes) {
        super(subject, assuranceLevel, attributes);
    }

    /** {@return a builder for somebody of whom this much is always known} */
    public static Builder builder(UUID subject, AssuranceLevel assuranceLevel) {
        return new Builder(SubjectId.person(subject), assuranceLevel);
    }

    /** {@return a builder that begins with all of this} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** {@return the PID of the time of NemID, such as {@code 9208-2002-2-} and twelve digits} */
    public Optional<String> pid() {
        return text(OioAttribute.PID).filter(Person::isPid);
    }

    private static boolean isPid(String text) {
        return text.length() == 24 && text.startsWith("9208-2002-2-") && TypedValue.areDigits(text.substring(12));
    }

    /** Builds a person. Not thread-safe. */
    public static final class Builder extends IdentityBuilder<Builder> {
        private Builder(SubjectId subject, AssuranceLevel level) {
            super(subject, level);
        }

        private Builder(Person person) {
            super(person);
        }

        @Override
        Builder self() {
            return this;
        }

        /** Sets the PID of the time of NemID. */
        public Builder pid(String pid) {
            return set(OioAttribute.PID, pid);
        }

        /**
         * {@return the person}
         *
         * @throws dk.borgerbro.core.error.InvalidInputException with every finding, as {@link Identity#of}
         */
        public Person build() {
            return (Person) identity();
        }
    }
}

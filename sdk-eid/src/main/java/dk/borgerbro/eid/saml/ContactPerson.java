package dk.borgerbro.eid.saml;

import dk.borgerbro.core.error.ConfigurationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whom to ask about a service, as its metadata say. NemLog-in's administration portal wants at least one with company and e-mail for
 * production. Immutable; prints the kind only.
 */
public final class ContactPerson {
    private final Kind kind;
    private final @Nullable String company;
    private final @Nullable String givenName;
    private final @Nullable String surname;
    private final List<String> emails;
    private final List<String> telephones;

    private ContactPerson(Builder builder) {
        this.kind = builder.kind;
        this.company = builder.company;
        this.givenName = builder.givenName;
        this.surname = builder.surname;
        this.emails = List.copyOf(builder.emails);
        this.telephones = List.copyOf(builder.telephones);
    }

    /** {@return a builder} */
    public static Builder builder(Kind kind) {
        return new Builder(kind);
    }

    /** {@return what to ask about} */
    public Kind kind() {
        return kind;
    }

    /** {@return the company} */
    public Optional<String> company() {
        return Optional.ofNullable(company);
    }

    /** {@return the given name; personal data} */
    public Optional<String> givenName() {
        return Optional.ofNullable(givenName);
    }

    /** {@return the surname; personal data} */
    public Optional<String> surname() {
        return Optional.ofNullable(surname);
    }

    /** {@return e-mail addresses} */
    public List<String> emails() {
        return emails;
    }

    /** {@return telephone numbers} */
    public List<String> telephones() {
        return telephones;
    }

    @Override
    public String toString() {
        return "ContactPerson(" + kind + ")";
    }

    /** What a contact is for. */
    public enum Kind {
        /** Technology. */
        TECHNICAL("technical"),
        /** Users' questions. */
        SUPPORT("support"),
        /** Agreements. */
        ADMINISTRATIVE("administrative"),
        /** Invoices. */
        BILLING("billing"),
        /** Anything else. */
        OTHER("other");

        private final String wire;

        Kind(String wire) {
            this.wire = wire;
        }

        /** {@return the word that stands in metadata} */
        public String wire() {
            return wire;
        }
    }

    /** Builds a {@link ContactPerson}. Not thread-safe. */
    public static final class Builder {
        private final Kind kind;
        private @Nullable String company;
        private @Nullable String givenName;
        private @Nullable String surname;
        private final List<String> emails = new ArrayList<>();
        private final List<String> telephones = new ArrayList<>();

        private Builder(Kind kind) {
            this.kind = kind;
        }

        /** Sets the company. */
        public Builder company(String name) {
            this.company = name;
            return this;
        }

        /** Sets the person's name. */
        public Builder name(String given, String family) {
            this.givenName = given;
            this.surname = family;
            return this;
        }

        /** Adds an e-mail address. */
        public Builder email(String address) {
            emails.add(address);
            return this;
        }

        /** Adds a telephone number. */
        public Builder telephone(String number) {
            telephones.add(number);
            return this;
        }

        /**
         * {@return the contact}
         *
         * @throws ConfigurationException naming every problem: nothing to reach it by, or an e-mail address that is none
         */
        public ContactPerson build() {
            List<String> problems = new ArrayList<>();
            if (emails.isEmpty() && telephones.isEmpty()) {
                problems.add("a contact needs an e-mail address or a telephone number");
            }
            if (!emails.stream().allMatch(address -> address.matches("[^\\s@]+@[^\\s@]+"))) {
                problems.add("an e-mail address of a contact is none");
            }
            if (!problems.isEmpty()) {
                throw new ConfigurationException("login", problems);
            }
            return new ContactPerson(this);
        }
    }
}

package dk.borgerbro.eid.saml;

import dk.borgerbro.eid.SubjectKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a service tells about itself in its metadata, beside addresses and keys. Immutable; each part has a default. */
public final class ServiceDescription {
    private final Set<SubjectKind> kinds;
    private final List<RequestedAttribute> attributes;
    private final List<LocalText> names;
    private final List<ContactPerson> contacts;
    private final @Nullable Organisation organisation;
    private final String nameIdFormat;
    private final boolean isPrivate;

    private ServiceDescription(Builder builder) {
        this.kinds = Set.copyOf(builder.kinds);
        this.attributes = List.copyOf(builder.attributes);
        this.names = List.copyOf(builder.names);
        this.contacts = List.copyOf(builder.contacts);
        this.organisation = builder.organisation;
        this.nameIdFormat = builder.nameIdFormat;
        this.isPrivate = builder.isPrivate;
    }

    /** {@return a description of which everything is a default} */
    public static ServiceDescription defaults() {
        return builder().build();
    }

    /** {@return a builder that starts from the defaults} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return whom it serves; all kinds by default} */
    public Set<SubjectKind> kinds() {
        return kinds;
    }

    /** {@return the attributes that it asks for, beside those that the profile demands; none by default} */
    public List<RequestedAttribute> attributes() {
        return attributes;
    }

    /** {@return its names; the entityID stands in for none} */
    public List<LocalText> names() {
        return names;
    }

    /** {@return whom to ask about it; none by default, though NemLog-in wants one in production} */
    public List<ContactPerson> contacts() {
        return contacts;
    }

    /** {@return who is responsible for it} */
    public Optional<Organisation> organisation() {
        return Optional.ofNullable(organisation);
    }

    /** {@return the format of the subjects' names; {@link NameId#PERSISTENT} by default} */
    public String nameIdFormat() {
        return nameIdFormat;
    }

    /** {@return whether no public authority stands behind it, so that it may not ask for everything} */
    public boolean isPrivate() {
        return isPrivate;
    }

    /** Builds a {@link ServiceDescription}. Not thread-safe. */
    public static final class Builder {
        private Set<SubjectKind> kinds = EnumSet.allOf(SubjectKind.class);
        private final List<RequestedAttribute> attributes = new ArrayList<>();
        private final List<LocalText> names = new ArrayList<>();
        private final List<ContactPerson> contacts = new ArrayList<>();
        private @Nullable Organisation organisation;
        private String nameIdFormat = NameId.PERSISTENT;
        private boolean isPrivate;

        private Builder() {}

        /** Serves one kind of subjects only. */
        public Builder only(SubjectKind kind) {
            this.kinds = EnumSet.of(kind);
            return this;
        }

        /** Asks for an attribute. */
        public Builder attribute(RequestedAttribute attribute) {
            attributes.add(attribute);
            return this;
        }

        /** Adds the name in one language. */
        public Builder name(LocalText name) {
            names.add(name);
            return this;
        }

        /** Adds somebody to ask. */
        public Builder contact(ContactPerson contact) {
            contacts.add(contact);
            return this;
        }

        /** Sets who is responsible. */
        public Builder organisation(Organisation organisation) {
            this.organisation = organisation;
            return this;
        }

        /** Asks for names that last for a session only: the service cannot tell that somebody was here before. */
        public Builder transientNames() {
            this.nameIdFormat = NameId.TRANSIENT;
            return this;
        }

        /** Says that no public authority stands behind the service, which then may ask neither for CPR numbers nor for privileges. */
        public Builder privateService() {
            this.isPrivate = true;
            return this;
        }

        /** {@return the description} */
        public ServiceDescription build() {
            return new ServiceDescription(this);
        }
    }
}

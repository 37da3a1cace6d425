package dk.borgerbro.digitalpost.memo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A contact point (da: kontaktpunkt): the subject box of an authority that a message comes from or goes to. Immutable.
 */
public final class ContactPoint extends MemoValue {
    private final Builder values;

    private ContactPoint(Builder values) {
        this.values = values;
    }

    /**
     * {@return a builder}
     *
     * @param contactPointId id of the contact point, a UUID in the register
     */
    public static Builder builder(String contactPointId) {
        return new Builder(contactPointId);
    }

    /** {@return a builder that starts from these values} */
    public Builder toBuilder() {
        return new Builder(values);
    }

    /** {@return id of the contact point, a UUID in the register} */
    public String contactPointId() {
        return values.contactPointId;
    }

    /** {@return group of contact points} */
    public Optional<String> contactGroup() {
        return Optional.ofNullable(values.contactGroup);
    }

    /** {@return name of the contact point} */
    public Optional<String> label() {
        return Optional.ofNullable(values.label);
    }

    /** {@return what the contact point asked the writer for, at most 2} */
    public List<ContactInfo> contactInfo() {
        return values.contactInfo;
    }

    @Override
    List<? extends @Nullable Object> parts() {
        return Arrays.asList(values.contactPointId, values.contactGroup, values.label, values.contactInfo);
    }

    /** Builds a {@link ContactPoint}. Not thread-safe. */
    public static final class Builder {
        private String contactPointId;
        private @Nullable String contactGroup;
        private @Nullable String label;
        private List<ContactInfo> contactInfo = List.of();

        private Builder(String contactPointId) {
            this.contactPointId = contactPointId;
        }

        private Builder(Builder from) {
            this.contactPointId = from.contactPointId;
            this.contactGroup = from.contactGroup;
            this.label = from.label;
            this.contactInfo = from.contactInfo;
        }

        /** Sets id of the contact point, a UUID in the register. */
        public Builder contactPointId(String contactPointId) {
            this.contactPointId = contactPointId;
            return this;
        }

        /** Sets group of contact points. */
        public Builder contactGroup(String contactGroup) {
            this.contactGroup = contactGroup;
            return this;
        }

        /** Sets name of the contact point. */
        public Builder label(String label) {
            this.label = label;
            return this;
        }

        /** Sets what the contact point asked the writer for, at most 2, in place of earlier ones. */
        public Builder contactInfo(List<ContactInfo> contactInfo) {
            this.contactInfo = List.copyOf(contactInfo);
            return this;
        }

        /** Adds to what the contact point asked the writer for, at most 2. */
        public Builder addContactInfo(ContactInfo contactInfo) {
            List<ContactInfo> more = new ArrayList<>(this.contactInfo);
            more.add(contactInfo);
            return contactInfo(more);
        }

        /** {@return the value} */
        public ContactPoint build() {
            return new ContactPoint(new Builder(this));
        }
    }
}

package dk.borgerbro.digitalpost.memo;

import dk.borgerbro.core.id.CprNumber;
import dk.borgerbro.core.id.CvrNumber;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whom a message is for ({@code Recipient}). Immutable. */
public final class Recipient extends MemoValue {
    private final Builder values;

    private Recipient(Builder values) {
        this.values = values;
    }

    /**
     * {@return a builder}
     *
     * @param recipientId CPR or CVR number of the recipient
     * @param idType kind of that number
     */
    public static Builder builder(String recipientId, IdType idType) {
        return new Builder(recipientId, idType);
    }

    /** {@return a person as recipient} */
    public static Recipient of(CprNumber cpr) {
        return builder(cpr.value(), IdType.CPR).build();
    }

    /** {@return a company or authority as recipient} */
    public static Recipient of(CvrNumber cvr) {
        return builder(cvr.value(), IdType.CVR).build();
    }

    /** {@return a builder that starts from these values} */
    public Builder toBuilder() {
        return new Builder(values);
    }

    /** {@return CPR or CVR number of the recipient} */
    public String recipientId() {
        return values.recipientId;
    }

    /** {@return kind of that number} */
    public IdType idType() {
        return values.idType;
    }

    /** {@return name of the recipient} */
    public Optional<String> label() {
        return Optional.ofNullable(values.label);
    }

    /** {@return name of the kind of number} */
    public Optional<String> idTypeLabel() {
        return Optional.ofNullable(values.idTypeLabel);
    }

    /** {@return whom within the recipient it concerns} */
    public Optional<AttentionData> attentionData() {
        return Optional.ofNullable(values.attentionData);
    }

    /** {@return the contact point it goes to} */
    public Optional<ContactPoint> contactPoint() {
        return Optional.ofNullable(values.contactPoint);
    }

    @Override
    List<? extends @Nullable Object> parts() {
        return Arrays.asList(
                values.recipientId,
                values.idType,
                values.label,
                values.idTypeLabel,
                values.attentionData,
                values.contactPoint);
    }

    /** Builds a {@link Recipient}. Not thread-safe. */
    public static final class Builder {
        private String recipientId;
        private IdType idType;
        private @Nullable String label;
        private @Nullable String idTypeLabel;
        private @Nullable AttentionData attentionData;
        private @Nullable ContactPoint contactPoint;

        private Builder(String recipientId, IdType idType) {
            this.recipientId = recipientId;
            this.idType = idType;
        }

        private Builder(Builder from) {
            this.recipientId = from.recipientId;
            this.idType = from.idType;
            this.label = from.label;
            this.idTypeLabel = from.idTypeLabel;
            this.attentionData = from.attentionData;
            this.contactPoint = from.contactPoint;
        }

        /** Sets CPR or CVR number of the recipient. */
        public Builder recipientId(String recipientId) {
            this.recipientId = recipientId;
            return this;
        }

        /** Sets kind of that number. */
        public Builder idType(IdType idType) {
            this.idType = idType;
            return this;
        }

        /** Sets name of the recipient. */
        public Builder label(String label) {
            this.label = label;
            return this;
        }

        /** Sets name of the kind of number. */
        public Builder idTypeLabel(String idTypeLabel) {
            this.idTypeLabel = idTypeLabel;
            return this;
        }

        /** Sets whom within the recipient it concerns. */
        public Builder attentionData(AttentionData attentionData) {
            this.attentionData = attentionData;
            return this;
        }

        /** Sets the contact point it goes to. */
        public Builder contactPoint(ContactPoint contactPoint) {
            this.contactPoint = contactPoint;
            return this;
        }

        /** {@return the value} */
        public Recipient build() {
            return new Recipient(new Builder(this));
        }
    }
}

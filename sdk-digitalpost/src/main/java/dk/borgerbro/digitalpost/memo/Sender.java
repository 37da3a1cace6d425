package dk.borgerbro.digitalpost.memo;

import dk.borgerbro.core.id.CvrNumber;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who sends a message ({@code Sender}). Immutable. */
public final class Sender extends MemoValue {
    private final Builder values;

    private Sender(Builder values) {
        this.values = values;
    }

    /**
     * {@return a builder}
     *
     * @param senderId CVR or CPR number of the sender
     * @param idType kind of that number
     * @param label name that the recipient sees
     */
    public static Builder builder(String senderId, IdType idType, String label) {
        return new Builder(senderId, idType, label);
    }

    /** {@return an authority or company as sender} */
    public static Sender of(CvrNumber cvr, String label) {
        return builder(cvr.value(), IdType.CVR, label).build();
    }

    /** {@return a builder that starts from these values} */
    public Builder toBuilder() {
        return new Builder(values);
    }

    /** {@return CVR or CPR number of the sender} */
    public String senderId() {
        return values.senderId;
    }

    /** {@return kind of that number} */
    public IdType idType() {
        return values.idType;
    }

    /** {@return name that the recipient sees} */
    public String label() {
        return values.label;
    }

    /** {@return name of the kind of number} */
    public Optional<String> idTypeLabel() {
        return Optional.ofNullable(values.idTypeLabel);
    }

    /** {@return whom within the sender it concerns} */
    public Optional<AttentionData> attentionData() {
        return Optional.ofNullable(values.attentionData);
    }

    /** {@return the contact point it comes from, to which an answer goes} */
    public Optional<ContactPoint> contactPoint() {
        return Optional.ofNullable(values.contactPoint);
    }

    /** {@return who represents the sender; MeMo 1.2 only} */
    public Optional<Representative> representative() {
        return Optional.ofNullable(values.representative);
    }

    @Override
    List<? extends @Nullable Object> parts() {
        return Arrays.asList(
                values.senderId,
                values.idType,
                values.label,
                values.idTypeLabel,
                values.attentionData,
                values.contactPoint,
                values.representative);
    }

    /** Builds a {@link Sender}. Not thread-safe. */
    public static final class Builder {
        private String senderId;
        private IdType idType;
        private String label;
        private @Nullable String idTypeLabel;
        private @Nullable AttentionData attentionData;
        private @Nullable ContactPoint contactPoint;
        private @Nullable Representative representative;

        private Builder(String senderId, IdType idType, String label) {
            this.senderId = senderId;
            this.idType = idType;
            this.label = label;
        }

        private Builder(Builder from) {
            this.senderId = from.senderId;
            this.idType = from.idType;
            this.label = from.label;
            this.idTypeLabel = from.idTypeLabel;
            this.attentionData = from.attentionData;
            this.contactPoint = from.contactPoint;
            this.representative = from.representative;
        }

        /** Sets CVR or CPR number of the sender. */
        public Builder senderId(String senderId) {
            this.senderId = senderId;
            return this;
        }

        /** Sets kind of that number. */
        public Builder idType(IdType idType) {
            this.idType = idType;
            return this;
        }

        /** Sets name that the recipient sees. */
        public Builder label(String label) {
            this.label = label;
            return this;
        }

        /** Sets name of the kind of number. */
        public Builder idTypeLabel(String idTypeLabel) {
            this.idTypeLabel = idTypeLabel;
            return this;
        }

        /** Sets whom within the sender it concerns. */
        public Builder attentionData(AttentionData attentionData) {
            this.attentionData = attentionData;
            return this;
        }

        /** Sets the contact point it comes from, to which an answer goes. */
        public Builder contactPoint(ContactPoint contactPoint) {
            this.contactPoint = contactPoint;
            return this;
        }

        /** Sets who represents the sender; MeMo 1.2 only. */
        public Builder representative(Representative representative) {
            this.representative = representative;
            return this;
        }

        /** {@return the value} */
        public Sender build() {
            return new Sender(new Builder(this));
        }
    }
}

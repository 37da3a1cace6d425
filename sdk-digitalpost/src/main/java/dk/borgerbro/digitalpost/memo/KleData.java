package dk.borgerbro.digitalpost.memo;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The subject in the municipalities' classification KLE ({@code kle:KLEdata}). Immutable. */
public final class KleData extends MemoValue {
    private final Builder values;

    private KleData(Builder values) {
        this.values = values;
    }

    /**
     * {@return a builder}
     *
     * @param subjectKey subject number, such as {@code 00.00.00}
     * @param version edition of the classification
     * @param label name of the subject
     */
    public static Builder builder(String subjectKey, String version, String label) {
        return new Builder(subjectKey, version, label);
    }

    /** {@return a builder that starts from these values} */
    public Builder toBuilder() {
        return new Builder(values);
    }

    /** {@return subject number, such as {@code 00.00.00}} */
    public String subjectKey() {
        return values.subjectKey;
    }

    /** {@return edition of the classification} */
    public String version() {
        return values.version;
    }

    /** {@return name of the subject} */
    public String label() {
        return values.label;
    }

    /** {@return what is done (da: handlingsfacet)} */
    public Optional<String> activityFacet() {
        return Optional.ofNullable(values.activityFacet);
    }

    @Override
    List<? extends @Nullable Object> parts() {
        return Arrays.asList(values.subjectKey, values.version, values.label, values.activityFacet);
    }

    /** Builds a {@link KleData}. Not thread-safe. */
    public static final class Builder {
        private String subjectKey;
        private String version;
        private String label;
        private @Nullable String activityFacet;

        private Builder(String subjectKey, String version, String label) {
            this.subjectKey = subjectKey;
            this.version = version;
            this.label = label;
        }

        private Builder(Builder from) {
            this.subjectKey = from.subjectKey;
            this.version = from.version;
            this.label = from.label;
            this.activityFacet = from.activityFacet;
        }

        /** Sets subject number, such as {@code 00.00.00}. */
        public Builder subjectKey(String subjectKey) {
            this.subjectKey = subjectKey;
            return this;
        }

        /** Sets edition of the classification. */
        public Builder version(String version) {
            this.version = version;
            return this;
        }

        /** Sets name of the subject. */
        public Builder label(String label) {
            this.label = label;
            return this;
        }

        /** Sets what is done (da: handlingsfacet). */
        public Builder activityFacet(String activityFacet) {
            this.activityFacet = activityFacet;
            return this;
        }

        /** {@return the value} */
        public KleData build() {
            return new KleData(new Builder(this));
        }
    }
}

package dk.borgerbro.digitalpost.memo;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The task in the public sector's reference model FORM ({@code form:FORMdata}). Immutable. */
public final class FormData extends MemoValue {
    private final Builder values;

    private FormData(Builder values) {
        this.values = values;
    }

    /**
     * {@return a builder}
     *
     * @param taskKey task number, such as {@code 00.00.00.00}
     * @param version edition of the model
     * @param label name of the task
     */
    public static Builder builder(String taskKey, String version, String label) {
        return new Builder(taskKey, version, label);
    }

    /** {@return a builder that starts from these values} */
    public Builder toBuilder() {
        return new Builder(values);
    }

    /** {@return task number, such as {@code 00.00.00.00}} */
    public String taskKey() {
        return values.taskKey;
    }

    /** {@return edition of the model} */
    public String version() {
        return values.version;
    }

    /** {@return name of the task} */
    public String label() {
        return values.label;
    }

    /** {@return what is done (da: handlingsfacet)} */
    public Optional<String> activityFacet() {
        return Optional.ofNullable(values.activityFacet);
    }

    @Override
    List<? extends @Nullable Object> parts() {
        return Arrays.asList(values.taskKey, values.version, values.label, values.activityFacet);
    }

    /** Builds a {@link FormData}. Not thread-safe. */
    public static final class Builder {
        private String taskKey;
        private String version;
        private String label;
        private @Nullable String activityFacet;

        private Builder(String taskKey, String version, String label) {
            this.taskKey = taskKey;
            this.version = version;
            this.label = label;
        }

        private Builder(Builder from) {
            this.taskKey = from.taskKey;
            this.version = from.version;
            this.label = from.label;
            this.activityFacet = from.activityFacet;
        }

        /** Sets task number, such as {@code 00.00.00.00}. */
        public Builder taskKey(String taskKey) {
            this.taskKey = taskKey;
            return this;
        }

        /** Sets edition of the model. */
        public Builder version(String version) {
            this.version = version;
            return this;
        }

        /** Sets name of the task. */
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
        public FormData build() {
            return new FormData(new Builder(this));
        }
    }
}

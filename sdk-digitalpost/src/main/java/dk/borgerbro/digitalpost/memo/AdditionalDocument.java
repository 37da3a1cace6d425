package dk.borgerbro.digitalpost.memo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An attachment ({@code AdditionalDocument}). Immutable. */
public final class AdditionalDocument extends MemoValue {
    private final Builder values;

    private AdditionalDocument(Builder values) {
        this.values = values;
    }

    /** {@return a builder} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return a document with one file} */
    public static AdditionalDocument of(File file) {
        return builder().addFile(file).build();
    }

    /** {@return a builder that starts from these values} */
    public Builder toBuilder() {
        return new Builder(values);
    }

    /** {@return the sender's id of the document} */
    public Optional<String> additionalDocumentId() {
        return Optional.ofNullable(values.additionalDocumentId);
    }

    /** {@return title of the document} */
    public Optional<String> label() {
        return Optional.ofNullable(values.label);
    }

    /** {@return the content, one or more variants of it (PDF, HTML, another language); not attachments} */
    public List<File> files() {
        return values.files;
    }

    /** {@return what the recipient is asked to do} */
    public List<Action> actions() {
        return values.actions;
    }

    @Override
    List<? extends @Nullable Object> parts() {
        return Arrays.asList(values.additionalDocumentId, values.label, values.files, values.actions);
    }

    /** Builds an {@link AdditionalDocument}. Not thread-safe. */
    public static final class Builder {
        private @Nullable String additionalDocumentId;
        private @Nullable String label;
        private List<File> files = List.of();
        private List<Action> actions = List.of();

        private Builder() {}

        private Builder(Builder from) {
            this.additionalDocumentId = from.additionalDocumentId;
            this.label = from.label;
            this.files = from.files;
            this.actions = from.actions;
        }

        /** Sets the sender's id of the document. */
        public Builder additionalDocumentId(String additionalDocumentId) {
            this.additionalDocumentId = additionalDocumentId;
            return this;
        }

        /** Sets title of the document. */
        public Builder label(String label) {
            this.label = label;
            return this;
        }

        /**
         * Sets the content, one or more variants of it (PDF, HTML, another language); not attachments, in place of earlier ones.
         */
        public Builder files(List<File> files) {
            this.files = List.copyOf(files);
            return this;
        }

        /** Adds to the content, one or more variants of it (PDF, HTML, another language); not attachments. */
        public Builder addFile(File file) {
            List<File> more = new ArrayList<>(this.files);
            more.add(file);
            return files(more);
        }

        /** Sets what the recipient is asked to do, in place of earlier ones. */
        public Builder actions(List<Action> actions) {
            this.actions = List.copyOf(actions);
            return this;
        }

        /** Adds to what the recipient is asked to do. */
        public Builder addAction(Action action) {
            List<Action> more = new ArrayList<>(this.actions);
            more.add(action);
            return actions(more);
        }

        /** {@return the value} */
        public AdditionalDocument build() {
            return new AdditionalDocument(new Builder(this));
        }
    }
}

package dk.borgerbro.digitalpost.memo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The letter itself ({@code MainDocument}). Immutable. */
public final class MainDocument extends MemoValue {
    private final Builder values;

    private MainDocument(Builder values) {
        this.values = values;
    }

    /** {@return a builder} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return a document with one file} */
    public static MainDocument of(File file) {
        return builder().addFile(file).build();
    }

    /** {@return a builder that starts from these values} */
    public Builder toBuilder() {
        return new Builder(values);
    }

    /** {@return the sender's id of the document} */
    public Optional<String> mainDocumentId() {
        return Optional.ofNullable(values.mainDocumentId);
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
        return Arrays.asList(values.mainDocumentId, values.label, values.files, values.actions);
    }

    /** Builds a {@link MainDocument}. Not thread-safe. */
    public static final class Builder {
        private @Nullable String mainDocumentId;
        private @Nullable String label;
        private List<File> files = List.of();
        private List<Action> actions = List.of();

        private Builder() {}

        private Builder(Builder from) {
            this.mainDocumentId = from.mainDocumentId;
            this.label = from.label;
            this.files = from.files;
            this.actions = from.actions;
        }

        /** Sets the sender's id of the document. */
        public Builder mainDocumentId(String mainDocumentId) {
            this.mainDocumentId = mainDocumentId;
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
        public MainDocument build() {
            return new MainDocument(new Builder(this));
        }
    }
}

package dk.borgerbro.digitalpost.memo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Data for the recipient's system by agreement; never shown to people ({@code TechnicalDocument}). Immutable. */
public final class TechnicalDocument extends MemoValue {
    private final Builder values;

    private TechnicalDocument(Builder values) {
        this.values = values;
    }

    /** {@return a builder} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return a document with one file} */
    public static TechnicalDocument of(File file) {
        return builder().addFile(file).build();
    }

    /** {@return a builder that starts from these values} */
    public Builder toBuilder() {
        return new Builder(values);
    }

    /** {@return the sender's id of the document} */
    public Optional<String> technicalDocumentId() {
        return Optional.ofNullable(values.technicalDocumentId);
    }

    /** {@return title of the document} */
    public Optional<String> label() {
        return Optional.ofNullable(values.label);
    }

    /** {@return the content, one or more variants of it (PDF, HTML, another language); not attachments} */
    public List<File> files() {
        return values.files;
    }

    @Override
    List<? extends @Nullable Object> parts() {
        return Arrays.asList(values.technicalDocumentId, values.label, values.files);
    }

    /** Builds a {@link TechnicalDocument}. Not thread-safe. */
    public static final class Builder {
        private @Nullable String technicalDocumentId;
        private @Nullable String label;
        private List<File> files = List.of();

        private Builder() {}

        private Builder(Builder from) {
            this.technicalDocumentId = from.technicalDocumentId;
            this.label = from.label;
            this.files = from.files;
        }

        /** Sets the sender's id of the document. */
        public Builder technicalDocumentId(String technicalDocumentId) {
            this.technicalDocumentId = technicalDocumentId;
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

        /** {@return the value} */
        public TechnicalDocument build() {
            return new TechnicalDocument(new Builder(this));
        }
    }
}

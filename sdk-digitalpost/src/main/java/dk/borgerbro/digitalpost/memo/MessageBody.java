package dk.borgerbro.digitalpost.memo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The documents of a message ({@code MessageBody}). Immutable. */
public final class MessageBody extends MemoValue {
    private final Builder values;

    private MessageBody(Builder values) {
        this.values = values;
    }

    /**
     * {@return a builder}
     *
     * @param createdDateTime when the message was made
     * @param mainDocument the letter itself
     */
    public static Builder builder(Instant createdDateTime, MainDocument mainDocument) {
        return new Builder(createdDateTime, mainDocument);
    }

    /** {@return a builder that starts from these values} */
    public Builder toBuilder() {
        return new Builder(values);
    }

    /** {@return when the message was made} */
    public Instant createdDateTime() {
        return values.createdDateTime;
    }

    /** {@return the letter itself} */
    public MainDocument mainDocument() {
        return values.mainDocument;
    }

    /** {@return the attachments} */
    public List<AdditionalDocument> additionalDocuments() {
        return values.additionalDocuments;
    }

    /** {@return data for the recipient's system} */
    public List<TechnicalDocument> technicalDocuments() {
        return values.technicalDocuments;
    }

    @Override
    List<? extends @Nullable Object> parts() {
        return Arrays.asList(
                values.createdDateTime, values.mainDocument, values.additionalDocuments, values.technicalDocuments);
    }

    /** Builds a {@link MessageBody}. Not thread-safe. */
    public static final class Builder {
        private Instant createdDateTime;
        private MainDocument mainDocument;
        private List<AdditionalDocument> additionalDocuments = List.of();
        private List<TechnicalDocument> technicalDocuments = List.of();

        private Builder(Instant createdDateTime, MainDocument mainDocument) {
            this.createdDateTime = createdDateTime;
            this.mainDocument = mainDocument;
        }

        private Builder(Builder from) {
            this.createdDateTime = from.createdDateTime;
            this.mainDocument = from.mainDocument;
            this.additionalDocuments = from.additionalDocuments;
            this.technicalDocuments = from.technicalDocuments;
        }

        /** Sets when the message was made. */
        public Builder createdDateTime(Instant createdDateTime) {
            this.createdDateTime = createdDateTime;
            return this;
        }

        /** Sets the letter itself. */
        public Builder mainDocument(MainDocument mainDocument) {
            this.mainDocument = mainDocument;
            return this;
        }

        /** Sets the attachments, in place of earlier ones. */
        public Builder additionalDocuments(List<AdditionalDocument> additionalDocuments) {
            this.additionalDocuments = List.copyOf(additionalDocuments);
            return this;
        }

        /** Adds to the attachments. */
        public Builder addAdditionalDocument(AdditionalDocument additionalDocument) {
            List<AdditionalDocument> more = new ArrayList<>(this.additionalDocuments);
            more.add(additionalDocument);
            return additionalDocuments(more);
        }

        /** Sets data for the recipient's system, in place of earlier ones. */
        public Builder technicalDocuments(List<TechnicalDocument> technicalDocuments) {
            this.technicalDocuments = List.copyOf(technicalDocuments);
            return this;
        }

        /** Adds to data for the recipient's system. */
        public Builder addTechnicalDocument(TechnicalDocument technicalDocument) {
            List<TechnicalDocument> more = new ArrayList<>(this.technicalDocuments);
            more.add(technicalDocument);
            return technicalDocuments(more);
        }

        /** {@return the value} */
        public MessageBody build() {
            return new MessageBody(new Builder(this));
        }
    }
}

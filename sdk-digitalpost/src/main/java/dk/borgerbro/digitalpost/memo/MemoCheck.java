package dk.borgerbro.digitalpost.memo;

import dk.borgerbro.core.error.Finding;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What {@link MemoChecker} found, and what the message says of itself. Immutable. */
public final class MemoCheck {
    private final Builder values;

    private MemoCheck(Builder values) {
        this.values = values;
    }

    /** {@return a builder} */
    public static Builder builder(List<Finding> findings) {
        return new Builder(findings);
    }

    /** {@return errors and warnings, empty if there is nothing to say; never with a value} */
    public List<Finding> findings() {
        return values.findings;
    }

    /** {@return whether there is no error} */
    public boolean isOk() {
        return values.findings.stream().noneMatch(Finding::isError);
    }

    /** {@return whether it is a MeMo and could be read to its end; if not, what follows is what was read until then} */
    public boolean isReadable() {
        return values.readable;
    }

    /** {@return the version, if it is a number} */
    public Optional<String> memoVersion() {
        return Optional.ofNullable(values.memoVersion);
    }

    /** {@return the kind of message, as it stands} */
    public Optional<String> messageType() {
        return Optional.ofNullable(values.messageType);
    }

    /** {@return the message's id, as it stands} */
    public Optional<String> messageUuid() {
        return Optional.ofNullable(values.messageUuid);
    }

    /** {@return the subject, which may hold personal data} */
    public Optional<String> label() {
        return Optional.ofNullable(values.label);
    }

    /** {@return files of the main document} */
    public int mainFiles() {
        return values.mainFiles;
    }

    /** {@return attachments} */
    public int additionalDocuments() {
        return values.additionalDocuments;
    }

    /** {@return technical documents} */
    public int technicalDocuments() {
        return values.technicalDocuments;
    }

    /** {@return decoded bytes of all files} */
    public long contentBytes() {
        return values.contentBytes;
    }

    /** Prints the findings, and nothing of the message. */
    @Override
    public String toString() {
        return "MemoCheck" + values.findings;
    }

    /** Builds a {@link MemoCheck}. Not thread-safe. */
    public static final class Builder {
        private final List<Finding> findings;
        private boolean readable = true;
        private @Nullable String memoVersion;
        private @Nullable String messageType;
        private @Nullable String messageUuid;
        private @Nullable String label;
        private int mainFiles;
        private int additionalDocuments;
        private int technicalDocuments;
        private long contentBytes;

        private Builder(List<Finding> findings) {
            this.findings = List.copyOf(findings);
        }

        private Builder(Builder from) {
            this.findings = from.findings;
            this.readable = from.readable;
            this.memoVersion = from.memoVersion;
            this.messageType = from.messageType;
            this.messageUuid = from.messageUuid;
            this.label = from.label;
            this.mainFiles = from.mainFiles;
            this.additionalDocuments = from.additionalDocuments;
            this.technicalDocuments = from.technicalDocuments;
            this.contentBytes = from.contentBytes;
        }

        /** Sets whether it could be read to its end; true by default. */
        public Builder readable(boolean readable) {
            this.readable = readable;
            return this;
        }

        /** Sets the version. */
        public Builder memoVersion(String memoVersion) {
            this.memoVersion = memoVersion;
            return this;
        }

        /** Sets the kind of message. */
        public Builder messageType(String messageType) {
            this.messageType = messageType;
            return this;
        }

        /** Sets the message's id. */
        public Builder messageUuid(String messageUuid) {
            this.messageUuid = messageUuid;
            return this;
        }

        /** Sets the subject. */
        public Builder label(String label) {
            this.label = label;
            return this;
        }

        /** Sets the number of files of the main document. */
        public Builder mainFiles(int mainFiles) {
            this.mainFiles = mainFiles;
            return this;
        }

        /** Sets the number of attachments. */
        public Builder additionalDocuments(int additionalDocuments) {
            this.additionalDocuments = additionalDocuments;
            return this;
        }

        /** Sets the number of technical documents. */
        public Builder technicalDocuments(int technicalDocuments) {
            this.technicalDocuments = technicalDocuments;
            return this;
        }

        /** Sets the decoded bytes of all files. */
        public Builder contentBytes(long contentBytes) {
            this.contentBytes = contentBytes;
            return this;
        }

        /** {@return the value} */
        public MemoCheck build() {
            return new MemoCheck(new Builder(this));
        }
    }
}

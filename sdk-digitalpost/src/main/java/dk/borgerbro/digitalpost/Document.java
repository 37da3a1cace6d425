package dk.borgerbro.digitalpost;

import dk.borgerbro.digitalpost.memo.Action;
import dk.borgerbro.digitalpost.memo.ContentSource;
import dk.borgerbro.digitalpost.memo.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A document of a letter, the letter itself or an attachment. Immutable; its content stays where it is until it is sent.
 *
 * <p>One document may hold several files, but only as variants of the same content (PDF and HTML, Danish and English). Attachments are
 * documents of their own.
 */
public final class Document {
    private static final String DANISH = "da";
    private static final String PDF = "application/pdf";

    private final Builder values;

    private Document(Builder values) {
        this.values = values;
    }

    /**
     * {@return a Danish PDF on disk under its own file name}
     *
     * @param path read when the letter is sent; must not change until then
     */
    public static Document pdf(Path path) {
        Path name = path.getFileName();
        return pdf(name == null ? "" : name.toString(), ContentSource.of(path));
    }

    /** {@return a Danish PDF under a name that the recipient sees} */
    public static Document pdf(String filename, ContentSource content) {
        return of(PDF, filename, DANISH, content);
    }

    /**
     * {@return a document with one file}
     *
     * @param mediaType such as {@code application/pdf}
     * @param filename name that the recipient sees
     * @param language of the content, two letters such as {@code da}
     * @param content opened whenever it is needed, so that sending can be repeated
     */
    public static Document of(String mediaType, String filename, String language, ContentSource content) {
        return builder(new File(mediaType, filename, language, content)).build();
    }

    /**
     * {@return a document with one file of known size}
     *
     * @param mediaType such as {@code application/pdf}
     * @param filename name that the recipient sees
     * @param language of the content, two letters such as {@code da}
     * @param size bytes
     * @param content opened whenever it is needed, so that sending can be repeated
     */
    public static Document of(String mediaType, String filename, String language, long size, ContentSource content) {
        return of(mediaType, filename, language, ContentSource.of(size, content));
    }

    /** {@return a builder for a document with this file} */
    public static Builder builder(File file) {
        return new Builder(file);
    }

    /** {@return a builder that starts from this document} */
    public Builder toBuilder() {
        return new Builder(values);
    }

    /** {@return the title, if it has one} */
    public Optional<String> title() {
        return Optional.ofNullable(values.title);
    }

    /** {@return the variants of the content, at least one} */
    public List<File> files() {
        return values.files;
    }

    /** {@return what the recipient is asked to do} */
    public List<Action> actions() {
        return values.actions;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Document that
                && Objects.equals(values.title, that.values.title)
                && values.files.equals(that.values.files)
                && values.actions.equals(that.values.actions);
    }

    @Override
    public int hashCode() {
        return Objects.hash(values.title, values.files, values.actions);
    }

    /** Prints nothing of the content or the names. */
    @Override
    public String toString() {
        return "Document(hidden)";
    }

    /** Builds a {@link Document}. Not thread-safe. */
    public static final class Builder {
        private List<File> files;
        private @Nullable String title;
        private List<Action> actions = List.of();

        private Builder(File file) {
            this.files = List.of(file);
        }

        private Builder(Builder from) {
            this.files = from.files;
            this.title = from.title;
            this.actions = from.actions;
        }

        /** Sets the title that the recipient sees. */
        public Builder title(String title) {
            this.title = title;
            return this;
        }

        /** Adds another variant of the same content. */
        public Builder addVariant(File file) {
            this.files = plus(files, file);
            return this;
        }

        /** Adds something that the recipient is asked to do. */
        public Builder addAction(Action action) {
            this.actions = plus(actions, action);
            return this;
        }

        /** {@return the document, whose values are checked together with the letter's} */
        public Document build() {
            return new Document(new Builder(this));
        }

        private static <T> List<T> plus(List<T> list, T more) {
            List<T> next = new ArrayList<>(list);
            next.add(more);
            return List.copyOf(next);
        }
    }
}

package dk.borgerbro.digitalpost;

import dk.borgerbro.core.error.InvalidInputException;
import dk.borgerbro.digitalpost.internal.memo.MemoFileHeader;
import dk.borgerbro.digitalpost.memo.ContentSource;
import dk.borgerbro.digitalpost.memo.MemoVersion;
import java.nio.file.Path;
import java.util.UUID;

/**
 * A finished MeMo, made by another program, to be sent byte for byte as it is. Immutable; the content stays where it is and must not
 * change.
 *
 * <p>Read through once when this is made: it must be well-formed XML without a DTD, of version 1.1 or 1.2, with a version-4
 * {@code messageUUID}. Whether the service accepts the rest is for {@link dk.borgerbro.digitalpost.memo.MemoValidator} or the service to
 * say.
 */
public final class MemoFile {
    private final ContentSource content;
    private final MemoFileHeader header;

    private MemoFile(ContentSource content, MemoFileHeader header) {
        this.content = content;
        this.header = header;
    }

    /**
     * {@return a MeMo on disk}
     *
     * @throws InvalidInputException if it cannot be read or is no MeMo
     */
    public static MemoFile of(Path path) {
        return of(ContentSource.of(path));
    }

    /**
     * {@return a MeMo from anywhere}
     *
     * @throws InvalidInputException if it cannot be read or is no MeMo
     */
    public static MemoFile of(ContentSource content) {
        return new MemoFile(content, MemoFileHeader.read(content));
    }

    /** {@return the content, byte for byte} */
    public ContentSource content() {
        return content;
    }

    /** {@return the size in bytes} */
    public long size() {
        return header.size();
    }

    /** {@return SHA-256 of the content in lower-case hex} */
    public String digest() {
        return header.digest();
    }

    /** {@return the version of the format} */
    public MemoVersion version() {
        return header.version();
    }

    /** {@return the id of the message} */
    public UUID messageUuid() {
        return UUID.fromString(header.messageUuid());
    }

    /** {@return the id of the message in the letters of the file, which may be capital ones} */
    public String messageUuidText() {
        return header.messageUuid();
    }

    /** {@return the sender's own id, empty if there is none} */
    public String messageId() {
        return header.messageId();
    }

    /** {@return whether the message says that it reaches exempt recipients too} */
    public boolean mandatory() {
        return header.mandatory();
    }

    /** {@return whether the message says that it is a legal service} */
    public boolean legalNotification() {
        return header.legalNotification();
    }

    /** Prints version and id of the message only. */
    @Override
    public String toString() {
        return "MemoFile(" + version() + ", " + messageUuid() + ")";
    }
}

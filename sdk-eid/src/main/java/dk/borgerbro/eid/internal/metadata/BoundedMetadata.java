package dk.borgerbro.eid.internal.metadata;

import dk.borgerbro.core.error.CredentialException;
import dk.borgerbro.core.error.CredentialException.Failure;
import dk.borgerbro.core.error.CredentialException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Reads metadata files: no more than the limit, and with words that say what to do when it fails. */
public final class BoundedMetadata {
    private BoundedMetadata() {}

    /** {@return the content of a file} */
    public static byte[] read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in);
        } catch (NoSuchFileException e) {
            throw unreadable(file, "the file does not exist; check path and working directory");
        } catch (AccessDeniedException e) {
            throw unreadable(file, "this process may not read the file; check owner and mode");
        } catch (IOException e) {
            throw unreadable(file, "reading failed with " + e.getClass().getSimpleName());
        }
    }

    /** {@return the content of a stream, which is not closed} */
    static byte[] read(InputStream in) throws IOException {
        byte[] content = in.readNBytes((int) MetadataDocument.LIMIT + 1);
        if (content.length > MetadataDocument.LIMIT) {
            throw Md.fault("2.3", "/", "the metadata are larger than " + MetadataDocument.LIMIT + " bytes");
        }
        return content;
    }

    private static CredentialException unreadable(Path file, String why) {
        return new CredentialException(
                List.of(new Failure("metadata file " + file.getFileName(), Reason.NOT_READABLE, why)));
    }
}

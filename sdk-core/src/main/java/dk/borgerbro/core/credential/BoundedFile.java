package dk.borgerbro.core.credential;

import dk.borgerbro.core.error.CredentialException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads key files: small ones only, and with words that say what to do when it fails. */
final class BoundedFile {
    static final int LIMIT = 1024 * 1024;

    private BoundedFile() {}

    static byte[] read(Source source, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return read(source, in);
        } catch (NoSuchFileException e) {
            throw source.exception(Reason.NOT_READABLE, "the file does not exist; check path and working directory");
        } catch (AccessDeniedException e) {
            throw source.exception(Reason.NOT_READABLE, "this process may not read the file; check owner and mode");
        } catch (IOException e) {
            throw source.exception(
                    Reason.NOT_READABLE, "reading failed with " + e.getClass().getSimpleName());
        }
    }

    static byte[] read(Source source, InputStream in) {
        byte[] content;
        try {
            content = in.readNBytes(LIMIT + 1);
        } catch (IOException e) {
            throw source.exception(
                    Reason.NOT_READABLE, "reading failed with " + e.getClass().getSimpleName());
        }
        if (content.length > LIMIT) {
            throw source.exception(Reason.MALFORMED, "it is larger than 1 MiB, which no key file is");
        }
        return content;
    }
}

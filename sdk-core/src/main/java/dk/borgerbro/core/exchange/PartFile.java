package dk.borgerbro.core.exchange;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dk.borgerbro.core.error.CallReference;
import dk.borgerbro.core.error.NotSentException;
import dk.borgerbro.core.exchange.DirectoryExchange.Step;
import dk.borgerbro.core.exchange.FileExchange.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A file that is being written beside its place. No two have the same path, so writers never mix. */
final class PartFile {
    private static final int BUFFER = 65_536;

    private final Path path;

    PartFile(Path path) {
        this.path = path;
    }

    static boolean knowsOwners(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    void write(Source source, Consumer<Step> after) {
        try (FileChannel file = FileChannel.open(
                path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, NOFOLLOW_LINKS), ownerOnly())) {
            copy(source, file);
            after.accept(Step.WRITTEN);
            file.force(true);
            after.accept(Step.SYNCED);
        } catch (IOException e) {
            throw notSent("the file could not be written", e);
        }
    }

    /**
     * Gives the file its name, unless that is taken. A second link never replaces a file, which renaming does; OpenSSH's SFTP server
     * renames in the same way.
     */
    void publishAs(Path target) {
        try {
            Files.createLink(target, path);
        } catch (FileAlreadyExistsException e) {
            throw ExchangeName.taken();
        } catch (UnsupportedOperationException | IOException e) {
            rename(target);
        }
    }

    /** For file systems without links: two processes that put the same name at the same instant may replace each other's file here. */
    private void rename(Path target) {
        if (Files.exists(target, NOFOLLOW_LINKS)) {
            throw ExchangeName.taken();
        }
        try {
            Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw notSent("the file could not be given its name", e);
        }
    }

    /** Removes what is left; if that fails, a file remains that nobody reads. */
    void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // See above.
        }
    }

    private FileAttribute<?>[] ownerOnly() {
        return knowsOwners(path)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static void copy(Source source, FileChannel file) throws IOException {
        InputStream content = open(source);
        try {
            byte[] buffer = new byte[BUFFER];
            int length;
            while ((length = read(content, buffer)) >= 0) {
                ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, length);
                while (bytes.hasRemaining()) {
                    file.write(bytes);
                }
            }
        } finally {
            close(content);
        }
    }

    // What a source says when it fails may quote its content or its path, so only the kind of fault is told.

    private static InputStream open(Source source) {
        try {
            return source.open();
        } catch (IOException e) {
            throw notSent("its source could not be opened (" + e.getClass().getName() + ")", null);
        }
    }

    private static int read(InputStream content, byte[] buffer) {
        try {
            return content.read(buffer);
        } catch (IOException e) {
            throw notSent("its source could not be read (" + e.getClass().getName() + ")", null);
        }
    }

    /** What was read is read; a source that fails to close changes nothing about it. */
    private static void close(InputStream content) {
        try {
            content.close();
        } catch (IOException e) {
            // See above.
        }
    }

    private static NotSentException notSent(String message, @Nullable IOException cause) {
        return new NotSentException(CallReference.local("exchange", "put"), message, cause);
    }
}

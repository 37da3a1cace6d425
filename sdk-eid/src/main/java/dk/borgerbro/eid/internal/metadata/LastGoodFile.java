package dk.borgerbro.eid.internal.metadata;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;

/** The copy of good metadata that outlives the process; replaced in one step, so that nobody reads half of it. */
public record LastGoodFile(Path file) {
    /** {@return the copy}, failing as {@link BoundedMetadata#read(Path)} does */
    byte[] read() {
        return BoundedMetadata.read(file);
    }

    /** {@return when it was written, the epoch if nobody knows} */
    Instant writtenAt() {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            return Instant.EPOCH;
        }
    }

    /** {@return what went wrong, empty if the copy was written: the metadata are good all the same} */
    Optional<String> write(byte[] metadata) {
        Path directory = file.toAbsolutePath().getParent();
        try {
            Path part = Files.createTempFile(directory, "metadata", ".part");
            try {
                Files.write(part, metadata);
                move(part);
            } finally {
                Files.deleteIfExists(part);
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("the copy of good metadata cannot be written: "
                    + e.getClass().getSimpleName() + "; check that its directory exists and is writable");
        }
    }

    private void move(Path part) throws IOException {
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}

package dk.borgerbro.core.credential;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * How a file looked from outside. The identity of the file is part of it, because a renamed file may keep size and time, and
 * links are followed, because containers swap a link to change all files at once.
 *
 * @param parts empty if the file cannot be seen
 */
record FileStamp(Optional<Parts> parts) {
    static FileStamp of(Path file) {
        try {
            BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
            return new FileStamp(Optional.of(
                    new Parts(seen.lastModifiedTime().toMillis(), seen.size(), String.valueOf(seen.fileKey()))));
        } catch (IOException e) {
            return new FileStamp(Optional.empty());
        }
    }

    private record Parts(long modified, long size, String identity) {}
}

package dk.borgerbro.digitalpost.internal.memo;

import dk.borgerbro.digitalpost.memo.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** What is known of the first bytes of files. */
@FunctionalInterface
interface FileStarts {
    /** As many as {@link dk.borgerbro.digitalpost.memo.Beginning} looks at. */
    int LENGTH = 1024;

    /** {@return the first bytes, empty if they are not known} */
    Optional<byte[]> of(File file);

    /** {@return the starts of files that are not opened} */
    static FileStarts unknown() {
        return file -> Optional.empty();
    }

    /** {@return the starts of files that are opened for it; one that cannot be read is for V17} */
    static FileStarts opening() {
        return file -> {
            try (InputStream in = file.content().open()) {
                return Optional.of(in.readNBytes(LENGTH));
            } catch (IOException e) {
                return Optional.empty();
            }
        };
    }

    /** {@return the starts of files that were looked at while their message was read} */
    static FileStarts kept() {
        return file -> file.content() instanceof StartKept.Start start ? Optional.of(start.bytes()) : Optional.empty();
    }
}

package dk.borgerbro.digitalpost.internal.memo;

import dk.borgerbro.digitalpost.memo.File;
import java.io.IOException;
import java.util.OptionalLong;

/** What is known of the sizes of files. */
@FunctionalInterface
public interface FileSizes {
    /**
     * {@return the size in bytes, if it is known}
     *
     * @throws IOException if it should be known and cannot be found out
     */
    OptionalLong of(File file) throws IOException;
}

package dk.borgerbro.digitalpost.memo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Says for each file of a message that is being read where its content goes. */
@FunctionalInterface
public interface ContentSink {
    /**
     * {@return where the content of the next file goes; empty to skip it}
     *
     * @throws IOException to end the reading
     */
    Optional<ContentTarget> take(FileDescription file) throws IOException;

    /** {@return a sink that skips all contents; opening one of them afterwards fails} */
    static ContentSink skip() {
        return file -> Optional.empty();
    }

    /**
     * {@return a sink that keeps the contents of one message in memory}
     *
     * @param most bytes of all files together; more end the reading with an {@link IOException}
     */
    static ContentSink inMemory(long most) {
        return new MemorySink(most);
    }

    /**
     * {@return a sink that writes the contents of one message to files named by position, such as {@code additional-2-1}}
     *
     * @param folder exists and holds none of these names; files are left there also when reading fails
     */
    static ContentSink intoFolder(Path folder) {
        return file -> Optional.of(new FolderTarget(folder, file));
    }
}

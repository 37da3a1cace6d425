package dk.borgerbro.core.exchange;

import dk.borgerbro.core.error.ConfigurationException;
import dk.borgerbro.core.error.InvalidInputException;
import dk.borgerbro.core.error.NotSentException;
import dk.borgerbro.core.error.OutcomeUnknownException;
import dk.borgerbro.core.error.TransportException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * A folder shared with a service. Files appear whole or not at all. Thread-safe. File names hold no personal data.
 *
 * <p>A name is 1 to 200 of ASCII letters, digits and {@code . _ -}; it begins with none of {@code . -} and does not end in
 * {@code .part}. Another one is refused with {@link InvalidInputException}. Other faults are {@link TransportException}s.
 */
public interface FileExchange extends AutoCloseable {
    /**
     * {@return the exchange through a directory of this machine or of a mounted share}
     *
     * <p>A file is written beside its place under a name that ends in {@code .part}, forced to disk, and then given its name in one
     * step; where the file system knows owners, nobody else may read it. A crash may leave a {@code .part} file, which is never listed;
     * those older than a day may be deleted.
     *
     * @param directory must exist
     * @throws ConfigurationException if it is no directory
     */
    static FileExchange directory(Path directory) {
        return DirectoryExchange.over(directory);
    }

    /**
     * Stores a file under a name that is not taken yet; it is on the disk of the other side when this returns.
     *
     * @param name see {@link FileExchange}
     * @param source opened once
     * @throws InvalidInputException with rule {@code NAME} if the name has another form, with {@code NAME_TAKEN} if there is such a
     *     file, which is left as it is
     * @throws NotSentException if the file could not be written, or its source not be read; nothing has appeared
     * @throws OutcomeUnknownException if the file may have appeared; see {@link #list}
     */
    void put(String name, Source source);

    /**
     * {@return the files that are complete, oldest first, at most 10,000}
     *
     * <p>Leaves out folders, links, and files whose names have another form, such as hidden and {@code .part} files.
     */
    List<Entry> list();

    /**
     * {@return the content of a file, to be closed by the caller}
     *
     * @throws TransportException if there is no such file
     */
    InputStream get(String name);

    /** Removes a file; one that is gone already is no error. */
    void remove(String name);

    /** Frees what the exchange opened. */
    @Override
    void close();

    /** Opens the content of a file to be stored. */
    @FunctionalInterface
    interface Source {
        /**
         * {@return the content, closed by the exchange}
         *
         * @throws IOException if it cannot be opened
         */
        InputStream open() throws IOException;
    }

    /**
     * A file in the folder.
     *
     * @param name its name
     * @param size bytes
     * @param modifiedAt when it was last written
     */
    record Entry(String name, long size, Instant modifiedAt) {}
}

package dk.borgerbro.core.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;

/**
 * A folder shared with a service. Files appear whole or not at all. Thread-safe. File names hold no personal data.
 *
 * <p>Calls fail with {@link dk.borgerbro.core.error.TransportException} and its subclasses.
 */
public interface FileExchange extends AutoCloseable {
    /**
     * Stores a file under a name that is not taken yet; it is on the disk of the other side when this returns.
     *
     * @param name 1 to 200 of letters, digits and {@code . _ -}, not beginning with a dot
     * @param source opened once
     */
    void put(String name, Source source);

    /** {@return the files that are complete, oldest first} */
    List<Entry> list();

    /** {@return the content of a file, to be closed by the caller} */
    InputStream get(String name);

    /** Removes a file; one that is gone already is no error. */
    void remove(String name);

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

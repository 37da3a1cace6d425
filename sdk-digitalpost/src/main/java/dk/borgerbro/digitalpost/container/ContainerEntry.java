package dk.borgerbro.digitalpost.container;

import java.io.InputStream;

/**
 * One message in a container that is being read.
 *
 * @param position among the entries of the archive, from 1
 * @param name as it stands in the archive, usually {@code <messageUUID>.xml}; the sender's, so never make a path of it
 * @param size bytes of the message
 * @param content the message, to be read once; closing it does nothing, and reading fails once the visitor has returned
 */
public record ContainerEntry(int position, String name, long size, InputStream content) {
    /** Prints no name: senders put into it what they like. */
    @Override
    public String toString() {
        return "ContainerEntry(" + position + ", " + size + " bytes)";
    }
}

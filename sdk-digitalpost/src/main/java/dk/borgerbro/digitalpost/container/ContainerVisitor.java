package dk.borgerbro.digitalpost.container;

import java.io.IOException;

/** Takes the messages of a container while it is read. */
@FunctionalInterface
public interface ContainerVisitor {
    /**
     * Takes a message. What is not read of it is skipped.
     *
     * @param entry of use only until this returns
     * @throws dk.borgerbro.core.error.InvalidMessageException to report this message and read on
     * @throws dk.borgerbro.core.error.InvalidInputException to report this message and read on
     * @throws IOException to end the reading
     */
    void message(ContainerEntry entry) throws IOException;

    /**
     * Is told of an entry that was not handed over, or whose handling ended in a typed error. Does nothing by default: the findings are in
     * the result, too.
     *
     * @throws IOException to end the reading
     */
    default void refused(RefusedEntry entry) throws IOException {}
}

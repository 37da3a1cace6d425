package dk.borgerbro.digitalpost.internal;

import dk.borgerbro.core.error.CallReference;
import dk.borgerbro.core.error.Finding;
import dk.borgerbro.core.error.InvalidInputException;
import java.io.IOException;
import java.util.List;

/** A document that cannot be read, told without its path. */
final class Unreadable {
    private Unreadable() {}

    static InvalidInputException document(IOException e) {
        return new InvalidInputException(
                CallReference.local(WireIds.SERVICE, "send"),
                List.of(Finding.error(
                        "V17",
                        "/Message/MessageBody",
                        "has a document that cannot be read (" + e.getClass().getSimpleName()
                                + "); is the file there?")));
    }
}

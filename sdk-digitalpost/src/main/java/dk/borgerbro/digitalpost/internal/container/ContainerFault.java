package dk.borgerbro.digitalpost.internal.container;

import dk.borgerbro.core.error.Finding;
import java.io.IOException;

/** What is wrong with a container itself; ends the reading. An {@link IOException}, so that it gets through whoever reads an entry. */
final class ContainerFault extends IOException {
    private final Finding finding;

    ContainerFault(String rule, String message) {
        super(message);
        this.finding = Finding.error(rule, "", message);
    }

    Finding finding() {
        return finding;
    }
}

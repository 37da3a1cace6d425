package dk.borgerbro.digitalpost.container;

import dk.borgerbro.core.error.Finding;
import java.util.List;

/**
 * What became of a container that was read to its end.
 *
 * @param messages that were handed over, those included whose handling ended in a typed error
 * @param refused entries that were left out, or whose handling ended in a typed error
 * @param findings about those, with paths that begin with the entry, such as {@code /entry[3]}; at most 1,000 and one that says so
 */
public record ReadContainer(int messages, int refused, List<Finding> findings) {
    /** Copies the findings. */
    public ReadContainer {
        findings = List.copyOf(findings);
    }
}

package dk.borgerbro.digitalpost.container;

import dk.borgerbro.core.error.Finding;
import java.util.List;

/**
 * An entry of a container that was left out, or whose handling failed.
 *
 * @param position among the entries of the archive, from 1
 * @param name as it stands in the archive; the sender's, so never make a path of it
 * @param findings why; never with a value
 */
public record RefusedEntry(int position, String name, List<Finding> findings) {
    /** Copies the findings. */
    public RefusedEntry {
        findings = List.copyOf(findings);
    }

    /** Prints no name: senders put into it what they like. */
    @Override
    public String toString() {
        return "RefusedEntry(" + position + ", " + findings + ")";
    }
}

package dk.borgerbro.digitalpost.internal.container;

import dk.borgerbro.core.error.Finding;
import dk.borgerbro.digitalpost.container.ContainerLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** What keeps an entry from being handed over. */
final class EntryRules {
    /** A path that could leave the folder into which somebody unpacks it, on any system. */
    private static final Pattern CLIMBS =
            Pattern.compile("(?s)[/\\\\].*|[a-zA-Z]:.*|(?:.*[/\\\\])?\\.\\.(?:[/\\\\].*)?");

    private EntryRules() {}

    static List<Finding> check(TarArchiveEntry entry, String path, ContainerLimits limits) {
        List<Finding> findings = new ArrayList<>();
        if (!isPlainFile(entry)) {
            findings.add(Finding.error("TAR-KIND", path, "is no plain file; links, devices and the like are not read"));
        }
        String name = entry.getName();
        if (name.isEmpty() || CLIMBS.matcher(name).matches() || name.chars().anyMatch(Character::isISOControl)) {
            findings.add(Finding.error(
                    "TAR-PATH",
                    path,
                    "has a name that leads out of its folder, or is none; name it <messageUUID>.xml"));
        }
        if (entry.getSize() > limits.entryBytes()) {
            findings.add(Finding.error(
                    "TAR-LIMIT",
                    path,
                    "takes " + entry.getSize() + " bytes; at most " + limits.entryBytes() + " are read"));
        }
        return findings;
    }

    private static boolean isPlainFile(TarArchiveEntry entry) {
        byte kind = entry.getLinkFlag();
        return kind == TarConstants.LF_NORMAL || kind == TarConstants.LF_OLDNORM || kind == TarConstants.LF_CONTIG;
    }
}

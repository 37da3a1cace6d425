package dk.borgerbro.digitalpost.container;

import dk.borgerbro.core.error.ConfigurationException;
import java.util.ArrayList;
import java.util.List;

/**
 * How much a container that is read may ask for. The service's own limits are not published; these guard the reader.
 *
 * @param entries messages, and whatever else stands in the archive; 100,000 by default
 * @param entryBytes one message; 268,435,456 (256 MiB) by default, which is also what reading a message takes at most. A larger entry is
 *     refused and the others are read
 * @param totalBytes all that comes out of the compression; 17,179,869,184 (16 GiB) by default
 * @param dictionaryBytes memory that the compression may demand; 67,108,864 (64 MiB) by default, as much as {@code xz -9} demands
 */
public record ContainerLimits(int entries, long entryBytes, long totalBytes, int dictionaryBytes) {
    private static final int MIB = 1024 * 1024;

    /**
     * Checks the ranges.
     *
     * @throws ConfigurationException naming every limit that is not positive
     */
    public ContainerLimits {
        List<String> problems = new ArrayList<>();
        positive("entries", entries, problems);
        positive("entryBytes", entryBytes, problems);
        positive("totalBytes", totalBytes, problems);
        positive("dictionaryBytes", dictionaryBytes, problems);
        if (!problems.isEmpty()) {
            throw new ConfigurationException("container limits", problems);
        }
    }

    /** {@return limits that no container of real letters comes near} */
    public static ContainerLimits defaults() {
        return new ContainerLimits(100_000, 256L * MIB, 16L * 1024 * MIB, 64 * MIB);
    }

    private static void positive(String name, long value, List<String> problems) {
        if (value < 1) {
            problems.add(name + " must be positive, but is " + value);
        }
    }
}

package dk.borgerbro.digitalpost.internal.container;

import dk.borgerbro.core.error.CallReference;
import dk.borgerbro.core.error.Finding;
import dk.borgerbro.core.error.InvalidInputException;
import dk.borgerbro.core.error.InvalidMessageException;
import dk.borgerbro.digitalpost.container.ContainerEntry;
import dk.borgerbro.digitalpost.container.ContainerLimits;
import dk.borgerbro.digitalpost.container.ContainerVisitor;
import dk.borgerbro.digitalpost.container.ReadContainer;
import dk.borgerbro.digitalpost.container.RefusedEntry;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;

/** One reading of one container. Not thread-safe. */
public final class ContainerReading {
    private static final CallReference READ = CallReference.local("digitalpost", "read container");
    private static final int MOST_FINDINGS = 1000;

    private final ContainerLimits limits;
    private final ContainerVisitor visitor;
    private final List<Finding> findings = new ArrayList<>();
    private int entries;
    private int messages;
    private int refused;
    private boolean more;

    private ContainerReading(ContainerLimits limits, ContainerVisitor visitor) {
        this.limits = limits;
        this.visitor = visitor;
    }

    /**
     * Reads a container.
     *
     * @throws InvalidInputException if it is none, is damaged or cut off, or goes over a limit
     * @throws IOException if the stream or the visitor fails
     */
    public static ReadContainer read(InputStream in, ContainerLimits limits, ContainerVisitor visitor)
            throws IOException {
        ContainerReading reading = new ContainerReading(limits, visitor);
        try {
            reading.read(in);
        } catch (ContainerFault e) {
            List<Finding> all = new ArrayList<>(reading.findings());
            all.add(e.finding());
            throw new InvalidInputException(READ, all);
        }
        return new ReadContainer(reading.messages, reading.refused, reading.findings());
    }

    private void read(InputStream in) throws IOException {
        BoundedInput bytes = new BoundedInput(LzmaInput.open(in, limits.dictionaryBytes()), limits.totalBytes());
        TarInput tar = new TarInput(bytes);
        for (Optional<TarArchiveEntry> next = tar.next(); next.isPresent(); next = tar.next()) {
            if (++entries > limits.entries()) {
                throw new ContainerFault("TAR-LIMIT", "has more than " + limits.entries() + " entries");
            }
            if (!next.get().isDirectory()) {
                entry(next.get(), tar.content(), bytes);
            }
        }
        tar.finish();
        if (messages + refused == 0) {
            throw new ContainerFault("TAR-EMPTY", "holds no message");
        }
    }

    private void entry(TarArchiveEntry entry, InputStream content, BoundedInput bytes) throws IOException {
        List<Finding> faults = EntryRules.check(entry, path(), limits);
        if (faults.isEmpty()) {
            messages++;
            faults = visit(new ContainerEntry(entries, entry.getName(), entry.getSize(), content), bytes);
        }
        if (!faults.isEmpty()) {
            refused++;
            faults.forEach(this::add);
            visitor.refused(new RefusedEntry(entries, entry.getName(), faults));
        }
        bytes.rethrow();
    }

    /** A failure of the container goes before whatever the visitor made of it. */
    private List<Finding> visit(ContainerEntry entry, BoundedInput bytes) throws IOException {
        try {
            visitor.message(entry);
            bytes.rethrow();
            return List.of();
        } catch (InvalidMessageException e) {
            return e.failedChecks().stream().map(this::inEntry).toList();
        } catch (InvalidInputException e) {
            return e.findings().stream().map(this::inEntry).toList();
        } catch (IOException | RuntimeException e) {
            bytes.rethrow();
            throw e;
        }
    }

    private Finding inEntry(Finding finding) {
        return new Finding(finding.rule(), finding.severity(), path() + finding.path(), finding.message());
    }

    private String path() {
        return "/entry[" + entries + "]";
    }

    private void add(Finding finding) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(finding);
        } else {
            more = true;
        }
    }

    private List<Finding> findings() {
        if (!more) {
            return findings;
        }
        List<Finding> all = new ArrayList<>(findings);
        all.add(Finding.error("READ", "", "has more faults than are listed here; mend these first"));
        return all;
    }
}

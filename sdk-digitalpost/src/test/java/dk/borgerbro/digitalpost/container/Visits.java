package dk.borgerbro.digitalpost.container;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.borgerbro.core.error.Finding;
import dk.borgerbro.core.error.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Remembers what a visitor was given. */
final class Visits implements ContainerVisitor {
    final List<String> names = new ArrayList<>();
    final List<byte[]> contents = new ArrayList<>();
    final List<RefusedEntry> refused = new ArrayList<>();

    @Override
    public void message(ContainerEntry entry) throws IOException {
        byte[] content = entry.content().readAllBytes();
        names.add(entry.name());
        contents.add(content);
    }

    @Override
    public void refused(RefusedEntry entry) {
        refused.add(entry);
    }

    ReadContainer read(byte[] container) {
        return read(container, ContainerLimits.defaults());
    }

    ReadContainer read(byte[] container, ContainerLimits limits) {
        try {
            return ContainerReader.create().withLimits(limits).read(new ByteArrayInputStream(container), this);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the rules in the refusal of a container} */
    List<String> refusal(byte[] container) {
        return refusal(container, ContainerLimits.defaults());
    }

    List<String> refusal(byte[] container, ContainerLimits limits) {
        InvalidInputException refusal =
                catchThrowableOfType(InvalidInputException.class, () -> read(container, limits));
        return refusal == null
                ? List.of()
                : refusal.findings().stream().map(Finding::rule).toList();
    }
}

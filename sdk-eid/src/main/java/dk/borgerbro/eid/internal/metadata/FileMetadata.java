package dk.borgerbro.eid.internal.metadata;

import java.nio.file.Path;

/** Metadata that somebody puts into a file. */
public record FileMetadata(Path file) implements MetadataSource {
    @Override
    public byte[] fetch() {
        return BoundedMetadata.read(file);
    }

    @Override
    public String name() {
        return "file " + file.getFileName();
    }

    @Override
    public void close() {
        // nothing is open between two readings
    }
}

package dk.borgerbro.digitalpost.memo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** A file on disk. */
record PathContent(Path path) implements ContentSource {
    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(path);
    }

    @Override
    public OptionalLong size() throws IOException {
        return OptionalLong.of(Files.size(path));
    }

    @Override
    public String toString() {
        return "ContentSource(file)";
    }
}

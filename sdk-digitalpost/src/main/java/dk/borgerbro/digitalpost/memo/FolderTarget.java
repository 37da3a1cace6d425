package dk.borgerbro.digitalpost.memo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** A new file, named by position and not by the sender. */
record FolderTarget(Path folder, FileDescription file) implements ContentTarget {
    @Override
    public OutputStream open() throws IOException {
        return Files.newOutputStream(path(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    @Override
    public ContentSource content() {
        return ContentSource.of(path());
    }

    private Path path() {
        String document = file.document().name().toLowerCase(Locale.ROOT);
        return folder.resolve(document + "-" + file.documentNumber() + "-" + file.fileNumber());
    }
}

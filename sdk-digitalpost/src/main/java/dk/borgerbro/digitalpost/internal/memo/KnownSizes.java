package dk.borgerbro.digitalpost.internal.memo;

import dk.borgerbro.digitalpost.memo.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.IdentityHashMap;
import java.util.OptionalLong;

/** The sizes of a message's documents, each found out once; a source that does not tell its size is read. Not thread-safe. */
public final class KnownSizes implements FileSizes {
    private final IdentityHashMap<File, Long> sizes = new IdentityHashMap<>();

    @Override
    public OptionalLong of(File file) throws IOException {
        Long known = sizes.get(file);
        if (known == null) {
            OptionalLong told = file.content().size();
            known = told.isPresent() ? told.getAsLong() : count(file);
            sizes.put(file, known);
        }
        return OptionalLong.of(known);
    }

    private static long count(File file) throws IOException {
        CountingStream count = new CountingStream();
        try (InputStream in = file.content().open()) {
            in.transferTo(count);
        }
        return count.count();
    }
}

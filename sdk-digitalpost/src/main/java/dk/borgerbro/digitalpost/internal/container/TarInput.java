package dk.borgerbro.digitalpost.internal.container;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/** The archive in a container: its entries one after the other, with the library's failures turned into faults of ours. */
final class TarInput {
    private static final int BLOCK = 10_240;
    private static final int RECORD = 512;
    /** Long names and extended headers, which the library holds in memory. */
    private static final int MOST_HEADER = 1024 * 1024;
    /** What may follow the archive: blocks of zeros. */
    private static final int MOST_TRAILER = 1024 * 1024;

    private final BoundedInput bytes;
    private final TarArchiveInputStream tar;
    private int entries;

    TarInput(BoundedInput bytes) {
        this.bytes = bytes;
        this.tar = new TarArchiveInputStream(bytes, BLOCK, RECORD, StandardCharsets.UTF_8.name(), true);
    }

    /** {@return the next entry, empty at the end of the archive; what was left of the last one is skipped} */
    Optional<TarArchiveEntry> next() throws IOException {
        skipRest();
        entries++;
        bytes.beginPart(MOST_HEADER, "has an entry with a header of more than " + MOST_HEADER + " bytes");
        TarArchiveEntry entry = guarded(tar::getNextEntry);
        if (entry == null) {
            if (bytes.leadingZeros() < RECORD) {
                throw bytes.fail(LzmaInput.cut());
            }
            return Optional.empty();
        }
        if (!entry.isCheckSumOK()) {
            throw bytes.fail(damaged());
        }
        if (entry.isSparse()) {
            throw bytes.fail(new ContainerFault("TAR-KIND", "has a sparse file, which could be of any size"));
        }
        bytes.endPart();
        return Optional.of(entry);
    }

    /** Reads what follows the archive, so that a cut is noticed. */
    void finish() throws IOException {
        bytes.beginPart(MOST_TRAILER, "");
        byte[] buffer = new byte[BLOCK];
        long trailer = 0;
        for (int read = 0; read >= 0; read = bytes.read(buffer, 0, BLOCK)) {
            trailer += read;
            if (trailer > MOST_TRAILER - BLOCK) {
                throw bytes.fail(new ContainerFault("TAR-TRAILING", "goes on after its end; make it again"));
            }
        }
    }

    /** {@return the content of the current entry} */
    InputStream content() {
        return new Content();
    }

    private void skipRest() throws IOException {
        byte[] buffer = new byte[BLOCK];
        while (tar.getCurrentEntry() != null && read(buffer, 0, BLOCK) > 0) {
            // the rest of the entry
        }
    }

    private int read(byte[] buffer, int offset, int length) throws IOException {
        Integer read = guarded(() -> tar.read(buffer, offset, length));
        return read == null ? -1 : read;
    }

    private <T extends @Nullable Object> T guarded(Step<T> step) throws IOException {
        try {
            T result = step.run();
            bytes.rethrow();
            return result;
        } catch (IOException e) {
            bytes.rethrow();
            String message = String.valueOf(e.getMessage());
            throw bytes.fail(message.startsWith("Truncated") ? LzmaInput.cut() : damaged());
        } catch (RuntimeException e) {
            // the library trips over damage that it does not look for
            throw bytes.fail(damaged());
        }
    }

    private static ContainerFault damaged() {
        return new ContainerFault("TAR-DATA", "is no tar archive, or a damaged one; make it again");
    }

    private final class Content extends InputStream {
        private final int number = entries;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (number != entries) {
                throw new IOException("an entry can be read only while the visitor has it");
            }
            return length == 0 ? 0 : TarInput.this.read(buffer, offset, length);
        }
    }

    @FunctionalInterface
    private interface Step<T extends @Nullable Object> {
        T run() throws IOException;
    }
}

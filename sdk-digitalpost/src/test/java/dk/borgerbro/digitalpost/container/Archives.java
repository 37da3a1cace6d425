package dk.borgerbro.digitalpost.container;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.LZMAOutputStream;

/** Archives that no honest writer makes. */
final class Archives {
    static final byte[] CONTENT = "<memo/>".getBytes(StandardCharsets.UTF_8);

    private Archives() {}

    static byte[] tar(Step step) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out, 10_240, "UTF-8")) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            step.write(tar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] lzma(byte[] content) {
        return lzma(content, 1 << 20);
    }

    static byte[] lzma(byte[] content, int dictionary) {
        return lzma(dictionary, out -> out.write(content));
    }

    /** {@return compressed content of any length} */
    static byte[] lzma(int dictionary, Content content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            LZMA2Options options = new LZMA2Options(0);
            options.setDictSize(dictionary);
            try (LZMAOutputStream lzma = new LZMAOutputStream(new BufferedOutputStream(out), options, -1)) {
                content.write(lzma);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] container(Step step) {
        return lzma(tar(step));
    }

    static void file(TarArchiveOutputStream tar, String name) throws IOException {
        file(tar, name, CONTENT);
    }

    static void file(TarArchiveOutputStream tar, String name, byte[] content) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    static void link(TarArchiveOutputStream tar, String name, String target, boolean symbolic) throws IOException {
        TarArchiveEntry entry =
                new TarArchiveEntry(name, symbolic ? TarConstants.LF_SYMLINK : TarConstants.LF_LINK, true);
        entry.setLinkName(target);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }

    interface Step {
        void write(TarArchiveOutputStream tar) throws IOException;
    }

    interface Content {
        void write(OutputStream out) throws IOException;
    }
}

package dk.borgerbro.digitalpost.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Containers of a size that no memory is needed for, and containers that would fill it; each in a JVM with 64 MiB of heap. */
class LargeContainerTest {
    private static final int MIB = 1024 * 1024;
    private static final int BOMB = 400;
    private static final int NAME = 100;
    private static final int DICTIONARY = 8 * MIB;

    @TempDir
    private Path folder;

    @Test
    void tenThousandLettersAreWrittenAndRead() throws Exception {
        assertThat(child("letters", new byte[0])).isEqualTo("ReadContainer[messages=10000, refused=0, findings=[]]");
    }

    @Test
    void aMessageOf400MebibytesOfZerosIsRefused() throws Exception {
        assertThat(child("bomb", bomb("a.xml", TarConstants.LF_NORMAL, BOMB))).isEqualTo("read [TAR-LIMIT]");
    }

    @Test
    void zerosWithoutAnArchiveAreRefused() throws Exception {
        assertThat(child("bomb", Archives.lzma(DICTIONARY, out -> zeros(out, BOMB))))
                .isEqualTo("refused [TAR-TRAILING]");
    }

    @Test
    void aNameThatWouldFillTheMemoryIsRefused() throws Exception {
        assertThat(child("bomb", bomb("././@LongLink", TarConstants.LF_GNUTYPE_LONGNAME, NAME)))
                .isEqualTo("refused [TAR-LIMIT]");
        assertThat(child("bomb", bomb("././@PaxHeader", TarConstants.LF_PAX_EXTENDED_HEADER_LC, NAME)))
                .startsWith("refused [TAR-");
    }

    @Test
    void aSparseFileOfEndlessSizeIsRefused() throws Exception {
        byte[] container = Archives.container(out -> {
            byte[] attributes = (record("GNU.sparse.major=1")
                            + record("GNU.sparse.minor=0")
                            + record("GNU.sparse.realsize=4611686018427387904"))
                    .getBytes(StandardCharsets.US_ASCII);
            TarArchiveEntry extended = new TarArchiveEntry("PaxHeader/a.xml", TarConstants.LF_PAX_EXTENDED_HEADER_LC);
            extended.setSize(attributes.length);
            out.putArchiveEntry(extended);
            out.write(attributes);
            out.closeArchiveEntry();
            Archives.file(
                    out,
                    "a.xml",
                    Arrays.copyOf("1\n4611686018427387000\n0\n".getBytes(StandardCharsets.US_ASCII), 512));
        });
        assertThat(child("bomb", container)).startsWith("refused [TAR-");
    }

    /** Lengths of such records count themselves. */
    private static String record(String attribute) {
        return attribute.length() + 4 + " " + attribute + "\n";
    }

    private static byte[] bomb(String name, byte kind, int mebibytes) {
        return Archives.lzma(DICTIONARY, out -> {
            TarArchiveOutputStream tar = new TarArchiveOutputStream(out);
            TarArchiveEntry entry = new TarArchiveEntry(name, kind);
            entry.setSize((long) mebibytes * MIB);
            tar.putArchiveEntry(entry);
            zeros(tar, mebibytes);
            tar.closeArchiveEntry();
            tar.finish();
        });
    }

    private static void zeros(OutputStream out, int mebibytes) throws IOException {
        byte[] zeros = new byte[MIB];
        for (int i = 0; i < mebibytes; i++) {
            out.write(zeros);
        }
    }

    private String child(String what, byte[] container) throws IOException, InterruptedException {
        Path file = Files.write(folder.resolve("container.tar.lzma"), container);
        Path printed = folder.resolve("printed");
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        LargeContainer.class.getName(),
                        what,
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        try {
            assertThat(child.waitFor(5, TimeUnit.MINUTES)).isTrue();
            return Files.readString(printed);
        } finally {
            child.destroyForcibly();
        }
    }
}

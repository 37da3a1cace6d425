package dk.borgerbro.eid.saml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With 64 MiB of heap, whatever strangers send at the same time. */
class HostileSenderTest {
    @TempDir
    private Path folder;

    @Test
    void whatWouldFillTheMemoryIsRefusedEarlyAndAnHonestPersonLogsIn() throws Exception {
        assertThat(printed())
                .containsExactly(
                        "form of 50 MB: R01_TRANSPORT",
                        "envelope of 50 MB: L01_TRANSPORT",
                        "deep: R02_XML",
                        "wide: R02_XML",
                        "attributes: R02_XML",
                        "namespaces: R02_XML",
                        "text: R03_STRUCTURE",
                        "entities: R02_XML",
                        "deflated 50 MB: L01_TRANSPORT",
                        "deep, encrypted: R11_ASSERTION_STRUCTURE",
                        "wide, encrypted: R11_ASSERTION_STRUCTURE",
                        "honest: logged in");
    }

    private List<String> printed() throws IOException, InterruptedException {
        Path printed = folder.resolve("printed");
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        HostileSender.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(printed.toFile())
                .start();
        try {
            assertThat(child.waitFor(5, TimeUnit.MINUTES)).isTrue();
            return Files.readAllLines(printed);
        } finally {
            child.destroyForcibly();
        }
    }
}

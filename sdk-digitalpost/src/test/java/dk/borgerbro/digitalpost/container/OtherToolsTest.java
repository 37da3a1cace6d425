package dk.borgerbro.digitalpost.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dk.borgerbro.digitalpost.memo.MemoWriter;
import dk.borgerbro.digitalpost.memo.Message;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What we write, {@code xz} and {@code tar} read, and the other way round. Skipped where they are not installed. */
class OtherToolsTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void bothToolsAreNeeded() {
        assumeTrue(isInstalled("xz"), "the command xz is not installed");
        assumeTrue(isInstalled("tar"), "the command tar is not installed");
    }

    @Test
    void theyUnpackWhatWeWrite() throws Exception {
        List<Message> letters = TestLetters.letters(20, 20_000);
        Files.write(folder.resolve("our.tar.lzma"), TestLetters.container(letters));

        run("xz", "--format=lzma", "--test", "our.tar.lzma");
        run("xz", "--format=lzma", "--decompress", "our.tar.lzma");
        String listed = run("tar", "-tf", "our.tar");
        run("tar", "-xf", "our.tar");

        assertThat(listed.lines())
                .containsExactlyElementsOf(letters.stream()
                        .map(letter -> letter.header().messageUuid() + ".xml")
                        .toList());
        assertThat(Files.size(folder.resolve(TestLetters.uuid(7) + ".xml")))
                .isEqualTo(MemoWriter.length(letters.get(7)));
    }

    @Test
    void weReadWhatTheyPack() throws Exception {
        Path letters = Files.createDirectory(folder.resolve("breve"));
        for (int i = 0; i < 5; i++) {
            try (OutputStream out = Files.newOutputStream(letters.resolve(TestLetters.uuid(i) + ".xml"))) {
                MemoWriter.write(TestLetters.letter(i, 5000), out);
            }
        }
        for (String level : new String[] {"-0", "-3", "-6", "-9"}) {
            for (String format : new String[] {"gnu", "pax", "ustar"}) {
                run("tar", "--format=" + format, "-cf", "their.tar", "breve");
                run("xz", "--format=lzma", "--keep", "--force", level, "their.tar");
                Visits visits = new Visits();
                ReadContainer read = visits.read(Files.readAllBytes(folder.resolve("their.tar.lzma")));
                assertThat(read).as("%s %s", level, format).isEqualTo(new ReadContainer(5, 0, List.of()));
            }
        }
    }

    private String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }

    private static boolean isInstalled(String command) {
        try {
            Process process = new ProcessBuilder(command, "--version")
                    .redirectErrorStream(true)
                    .start();
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

package dk.borgerbro.examples.toolbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dk.borgerbro.examples.tour.Tour;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoRewriteCommandTest {
    @TempDir
    private Path folder;

    private static String example() throws IOException {
        try (InputStream in = Objects.requireNonNull(Tour.class.getResourceAsStream("MeMo_Full_Example.xml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Run rewrite(String version, String xml) throws IOException {
        Path file = Files.writeString(folder.resolve("in.xml"), xml);
        return Run.of("memo", "rewrite", "--json", "--to", version, "-o", target().toString(), file.toString());
    }

    private Path target() {
        return folder.resolve("out.xml");
    }

    @Test
    void theResultIsInTheOtherVersionAndSaysWhatGotLost() throws IOException {
        JsonNode result = rewrite("1.1", example()).only();

        assertThat(result.get("kind").textValue()).isEqualTo("memo/1.1");
        assertThat(result.get("facts").get("memoVersion").textValue()).isEqualTo("1.1");
        assertThat(result.get("facts").get("contentBytes").longValue()).isPositive();
        assertThat(result.get("findings"))
                .filteredOn(finding -> finding.get("rule").textValue().equals("V09"))
                .hasSize(2)
                .allSatisfy(finding ->
                        assertThat(finding.get("severity").textValue()).isEqualTo("warning"));
        assertThat(Files.readString(target()))
                .contains("memoVersion=\"1.1\" memoSchVersion=\"1.1.0\"")
                .doesNotContain("Representative");
        Run check = Run.of("memo", "check", "--json", target().toString());
        assertThat(check.only().get("facts")).isEqualTo(result.get("facts"));
    }

    @Test
    void theSameVersionKeepsAllAndTidiesUp() throws IOException {
        JsonNode result = rewrite("1.2", example().replace("</memo:MessageHeader>", "<memo:x/></memo:MessageHeader>"))
                .only();

        assertThat(result.get("ok").booleanValue()).isTrue();
        assertThat(result.get("findings"))
                .anyMatch(finding -> finding.get("message").textValue().startsWith("in the original: "));
        assertThat(Files.readString(target())).contains("Representative").doesNotContain("memo:x");
    }

    @Test
    void whatIsNoMessageIsUnreadableAndLeavesNothingBehind() throws IOException {
        Run run = rewrite("1.2", "<a/>");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.only().get("kind").textValue()).isEqualTo("unreadable");
        assertThat(target()).doesNotExist();
    }

    @Test
    void wrongUsageEndsWith2() throws IOException {
        assertThat(rewrite("1.3", example()).exit()).isEqualTo(2);
        assertThat(Run.of("memo", "rewrite", "--to", "1.2", "in.xml").exit()).isEqualTo(2);
        assertThat(Run.of(
                                "memo",
                                "rewrite",
                                "--to",
                                "1.2",
                                "-o",
                                folder.toString(),
                                folder.resolve("in.xml").toString())
                        .exit())
                .isEqualTo(2);
    }
}

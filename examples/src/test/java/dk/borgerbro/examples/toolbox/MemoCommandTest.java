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

class MemoCommandTest {
    @TempDir
    private Path folder;

    private static String example() throws IOException {
        try (InputStream in = Objects.requireNonNull(Tour.class.getResourceAsStream("MeMo_Full_Example.xml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Path file(String xml) throws IOException {
        return Files.writeString(folder.resolve("message.xml"), xml);
    }

    @Test
    void theAgencysExampleIsExplained() throws IOException {
        Run run = Run.of("memo", "check", "--json", file(example()).toString());

        JsonNode result = run.only();
        assertThat(result.get("kind").textValue()).isEqualTo("memo/1.2");
        assertThat(result.get("facts").get("memoVersion").textValue()).isEqualTo("1.2");
        assertThat(result.get("facts").get("messageType").textValue()).isEqualTo("DIGITALPOST");
        assertThat(result.get("facts").get("messageUuid").textValue())
                .isEqualToIgnoringCase("8C2EA15D-61FB-4BA9-9366-42F8B194C114");
        assertThat(result.get("facts").get("mainFiles").intValue()).isPositive();
        assertThat(result.get("facts").get("contentBytes").longValue()).isPositive();
    }

    @Test
    void everyBrokenRuleIsListedWithItsPlace() throws IOException {
        String broken = example()
                .replace("<memo:messageUUID>8C2EA15D", "<memo:messageUUID>zzzzzzzz")
                .replaceFirst("<memo:filename>[^<]*", "<memo:filename>svar: ja/nej.pdf")
                .replaceFirst("<memo:label>[^<]*</memo:label>", "<memo:label>" + "x".repeat(300) + "</memo:label>");

        Run run = Run.of("memo", "check", "--json", file(broken).toString());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.only().get("findings"))
                .extracting(finding -> finding.get("rule").textValue())
                .contains("V04", "V06", "V11");
        assertThat(run.only().get("findings"))
                .allSatisfy(
                        finding -> assertThat(finding.get("path").textValue()).startsWith("/Message"));
    }

    @Test
    void aPersonsNumberInASubjectIsHidden() throws IOException {
        String personal =
                example().replaceFirst("<memo:label>[^<]*</memo:label>", "<memo:label>Sag 0101364004</memo:label>");

        assertThat(Run.of("memo", "check", "--json", file(personal).toString()).out())
                .contains("Sag (hidden)")
                .doesNotContain("0101364004");
    }

    @Test
    void whatIsNoMessageIsUnreadable() throws IOException {
        Run run = Run.of("memo", "check", "--json", file("<a><b></a>").toString());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.only().get("kind").textValue()).isEqualTo("unreadable");
        assertThat(run.only().get("findings"))
                .extracting(finding -> finding.get("rule").textValue())
                .contains("READ");
    }

    @Test
    void aDocumentTypeIsRefused() throws IOException {
        Run run = Run.of(
                "memo",
                "check",
                "--json",
                file("<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><a>&e;</a>")
                        .toString());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.only().get("ok").booleanValue()).isFalse();
    }
}

package dk.borgerbro.examples.toolbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dk.borgerbro.digitalpost.MemoFile;
import dk.borgerbro.digitalpost.container.ContainerWriter;
import dk.borgerbro.digitalpost.memo.ContentSource;
import dk.borgerbro.examples.tour.Tour;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoContainerCommandTest {
    private static final String ID = "8C2EA15D-61FB-4BA9-9366-42F8B194C11";

    @TempDir
    private Path folder;

    private static String message(int number) throws IOException {
        try (InputStream in = Objects.requireNonNull(Tour.class.getResourceAsStream("MeMo_Full_Example.xml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace(ID + "4", ID + number);
        }
    }

    private Path container(String... messages) throws IOException {
        Path file = folder.resolve("breve.tar.lzma");
        try (OutputStream out = Files.newOutputStream(file)) {
            ContainerWriter.write(out, container -> {
                for (String message : messages) {
                    container.add(MemoFile.of(ContentSource.of(message.getBytes(StandardCharsets.UTF_8))));
                }
            });
        }
        return file;
    }

    @Test
    void everyMessageIsChecked() throws IOException {
        Run run = Run.of(
                "memo", "container", "--json", container(message(1), message(2)).toString());

        JsonNode result = run.only();
        assertThat(result.get("kind").textValue()).isEqualTo("container");
        JsonNode facts = result.get("facts");
        assertThat(facts.get("entries").intValue()).isEqualTo(2);
        assertThat(facts.get("messages").get(1).get("entry").textValue()).isEqualTo(ID + "2.xml");
        assertThat(facts.get("messages").get(1).get("messageUuid").textValue()).isEqualTo(ID + "2");
        assertThat(facts.get("messages").get(1).get("findings").isArray()).isTrue();
    }

    @Test
    void aBadMessageDoesNotStopTheOthers() throws IOException {
        String bad = message(2).replaceFirst("<memo:filename>[^<]*", "<memo:filename>svar: ja/nej.pdf");
        Run run = Run.of(
                "memo",
                "container",
                "--json",
                container(message(1), bad, message(3)).toString());

        assertThat(run.exit()).isEqualTo(1);
        JsonNode messages = run.only().get("facts").get("messages");
        assertThat(messages).hasSize(3);
        assertThat(messages.get(1).get("ok").booleanValue()).isFalse();
        assertThat(messages.get(1).get("findings"))
                .extracting(finding -> finding.get("rule").textValue())
                .contains("V11");
        assertThat(run.only().get("findings"))
                .extracting(finding -> finding.get("path").textValue())
                .anyMatch(path -> path.startsWith("/entry[2]/Message"));
    }

    @Test
    void aContainerThatIsCutIsUnreadableAfterWhatWasRead() throws IOException {
        Path file = container(message(1), message(2));
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 10));

        Run run = Run.of("memo", "container", "--json", file.toString());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.only().get("kind").textValue()).isEqualTo("unreadable");
        assertThat(run.only().get("facts").get("entries").intValue()).isEqualTo(2);
        assertThat(run.only().get("findings"))
                .extracting(finding -> finding.get("rule").textValue())
                .contains("TAR-END", "READ");
    }

    @Test
    void whatIsNoContainerIsUnreadable() throws IOException {
        Path file = Files.writeString(folder.resolve("a.xml"), message(1));
        Run run = Run.of("memo", "container", "--json", file.toString());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.only().get("kind").textValue()).isEqualTo("unreadable");
        assertThat(Run.of("memo", "container", folder.resolve("none").toString())
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void peopleGetAShortText() throws IOException {
        assertThat(Run.of("memo", "container", container(message(1)).toString()).out())
                .contains("(container)")
                .contains("messages: 1 entries");
    }
}

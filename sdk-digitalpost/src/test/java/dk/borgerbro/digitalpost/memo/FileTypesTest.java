package dk.borgerbro.digitalpost.memo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerbro.core.error.Finding;
import dk.borgerbro.core.error.InvalidInputException;
import dk.borgerbro.core.error.Severity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileTypesTest {
    private static final String CONTENT = "/Message/MessageBody/MainDocument/File/content";

    @ParameterizedTest
    @CsvSource({
        "application/pdf, brev.pdf, 255044462d312e37",
        "Application/PDF, BREV.PDF, 255044462d312e37",
        "application/pdf, brev.pdf, 0d0a255044462d312e37",
        "text/html, brev.html, 3c68746d6c3e",
        "text/html;charset=utf-8, brev.htm, efbbbf0a203c68746d6c3e",
        "text/plain, brev.txt, 4b c3a6 7265",
        "text/plain, brev.txt, fffe4b00e600",
        "text/xml, data.xml, feff003c0061",
        "image/jpeg, foto.jpeg, ffd8ffe0",
        "application/msword, brev.doc, d0cf11e0a1b11ae1"
    })
    void v18LetsFilesPassThatAreWhatTheySay(String type, String name, String hex) {
        assertThat(v18(type, name, bytes(hex))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "application/x-msdownload, brev.exe, 4d5a, encodingFormat",
        "application/pdf, brev.docx, 255044462d, filename",
        "application/pdf, brev, 255044462d, filename",
        "application/pdf, brev.pdf, 504b0304, content",
        "application/pdf, brev.pdf, 00, content",
        "text/plain, brev.txt, 4b0065, content",
        "text/html, brev.html, 68656a, content",
        "image/png, a.png, ffd8ffe0, content"
    })
    void v18WarnsOfFilesThatAreNot(String type, String name, String hex, String place) {
        assertThat(v18(type, name, bytes(hex))).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.path()).isEqualTo("/Message/MessageBody/MainDocument/File/" + place);
            assertThat(finding.message()).doesNotContain(name);
        });
    }

    @Test
    void whatAFileLooksLikeIsSaid() {
        assertThat(v18("application/pdf", "a.pdf", bytes("89504e470d0a1a0a")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("image/png"));
    }

    @Test
    void v18CanBeAnError() {
        MemoValidator strict = MemoValidator.forSending().withFileTypes(FileTypes.defaults(), Severity.ERROR);
        assertThat(strict.validate(message("application/zip", "a.zip", ContentSource.of(new byte[] {1}))))
                .singleElement()
                .satisfies(finding -> assertThat(finding.isError()).isTrue());
    }

    @Test
    void documentsAreOpenedOnlyIfToldTo() {
        AtomicInteger opened = new AtomicInteger();
        Message message = message("application/pdf", "a.pdf", ContentSource.of(2, () -> {
            opened.incrementAndGet();
            return new ByteArrayInputStream(new byte[2]);
        }));
        assertThat(MemoValidator.forSending().validate(message)).isEmpty();
        assertThat(opened).hasValue(0);
        assertThat(MemoValidator.forSending().withOpenedDocuments(true).validate(message))
                .extracting(Finding::path)
                .containsExactly(CONTENT);
        assertThat(opened).hasValue(1);
    }

    @Test
    void otherSettingsOfTheValidatorStay() {
        MemoValidator validator = MemoValidator.forSending()
                .withMandatoryPost(true)
                .withFileTypes(FileTypes.of(List.of()), Severity.ERROR)
                .withOpenedDocuments(true)
                .withLegalNotification(true)
                .withLimits(new MemoLimits(1, 2, 3));
        assertThat(validator.allowsMandatoryPost()).isTrue();
        assertThat(validator.allowsLegalNotification()).isTrue();
        assertThat(validator.opensDocuments()).isTrue();
        assertThat(validator.fileTypeSeverity()).isEqualTo(Severity.ERROR);
        assertThat(validator.fileTypes().types()).isEmpty();
        assertThat(validator.limits().additionalDocuments()).isEqualTo(3);
    }

    @Test
    void theCheckerLooksAtWhatItReads() throws IOException {
        byte[] xml = Written.bytes(message("application/pdf", "a.pdf", ContentSource.of(new byte[5000])));
        MemoCheck check = MemoChecker.create().check(new ByteArrayInputStream(xml));
        assertThat(check.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("V18");
            assertThat(finding.path()).isEqualTo(CONTENT);
        });
    }

    @Test
    void theListCanBeReplaced() {
        FileTypes types = FileTypes.parse("# ours\n\nApplication/X-Sag ; SAG sg ; 5341470a @\n".replace(" @", "@10"));
        MemoValidator validator =
                MemoValidator.forSending().withFileTypes(types, Severity.ERROR).withOpenedDocuments(true);

        assertThat(types.types())
                .containsExactly(
                        new FileType("application/x-sag", List.of("sag", "sg"), List.of(Beginning.of("5341470A@10"))));
        assertThat(validator.validate(message("application/x-sag", "a.sg", ContentSource.of(bytes("00005341470a")))))
                .isEmpty();
        assertThat(validator.validate(message("application/pdf", "a.pdf", ContentSource.of(new byte[1]))))
                .hasSize(1);
    }

    @Test
    void everyLineThatIsWrongIsNamedAndNotRepeated() {
        assertThatThrownBy(() -> FileTypes.parse(
                        "application/pdf;pdf;25\nhemmelig\na/b;;\na/b;x;2\na/b;x;hemmelig\na/b;x;25@1024\na b;x;"))
                .isInstanceOfSatisfying(InvalidInputException.class, e -> {
                    assertThat(e.findings())
                            .extracting(Finding::path)
                            .containsExactly("line 2", "line 3", "line 4", "line 5", "line 6", "line 7");
                    assertThat(e).hasMessageNotContaining("hemmelig");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/pdf", "text/html", "text/plain", "application/msword", "text/xml"})
    void theDefaultsHoldWhatIsSeenInUse(String type) {
        assertThat(FileTypes.defaults().find(type)).isPresent();
    }

    @Test
    void textOfAnyEncodingIsText() {
        for (Charset charset :
                new Charset[] {StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16}) {
            assertThat(v18("text/plain", "a.txt", "Kære borger".getBytes(charset)))
                    .isEmpty();
        }
    }

    private static List<Finding> v18(String type, String name, byte[] content) {
        return MemoValidator.forSending()
                .withOpenedDocuments(true)
                .validate(message(type, name, ContentSource.of(content)))
                .stream()
                .filter(finding -> finding.rule().equals("V18"))
                .toList();
    }

    private static Message message(String type, String name, ContentSource content) {
        Message minimum = OfficialExamples.minimum();
        MessageBody body = minimum.body().orElseThrow();
        return minimum.toBuilder()
                .body(body.toBuilder()
                        .mainDocument(MainDocument.of(new File(type, name, "da", content)))
                        .build())
                .build();
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}

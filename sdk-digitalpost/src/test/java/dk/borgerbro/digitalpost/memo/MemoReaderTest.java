package dk.borgerbro.digitalpost.memo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dk.borgerbro.core.error.Finding;
import dk.borgerbro.core.error.InvalidMessageException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemoReaderTest {
    private static final String MINIMUM = Written.text(OfficialExamples.minimum());
    private static final String FULL = Written.text(OfficialExamples.full());

    @Test
    void theOfficialExamplesAreTheMessagesThatTheBuildersMake() {
        assertThat(Read.bytes(Read.sample("1.2/MeMo_Full_Example.xml")).message())
                .isEqualTo(OfficialExamples.full());
        assertThat(Read.bytes(Read.sample("1.2/MeMo_Minimum_Example.xml")).message())
                .isEqualTo(OfficialExamples.minimum());
        assertThat(Read.bytes(Read.sample("1.2/MeMo_NemSMS.xml")).message()).isEqualTo(OfficialExamples.nemSms());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1/MeMo_Full_Example.xml",
                "1.2/MeMo_Full_Example.xml",
                "1.2/MeMo_Minimum_Example.xml",
                "1.2/MeMo_NemSMS.xml"
            })
    void theOfficialExamplesAreReadWithoutFindingsAndWrittenAgainToTheSameMessage(String example) {
        ReadMessage first = Read.bytes(Read.sample(example));
        assertThat(first.findings()).isEmpty();
        byte[] written = Written.bytes(first.message());
        assertThat(Xsd.faults(first.message().version(), written)).isEmpty();
        assertThat(Read.bytes(written)).isEqualTo(first);
    }

    @Test
    void theAgencysExampleOf11BeginsWithAByteOrderMarkAndIsReadAs11() {
        byte[] example = Read.sample("1.1/MeMo_Full_Example.xml");
        assertThat(example).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(Read.bytes(example).message().version()).isEqualTo(MemoVersion.V1_1);
    }

    @Test
    void whatWasWrittenIsReadAndWrittenAgainByteByByte() {
        for (long seed = 0; seed < 300; seed++) {
            MemoVersion version = seed % 2 == 0 ? MemoVersion.V1_2 : MemoVersion.V1_1;
            byte[] written = Written.bytes(
                    new RandomMessages(seed).next().toBuilder().version(version).build());
            ReadMessage read = Read.bytes(written);
            assertThat(read.findings()).as("seed %d", seed).isEmpty();
            assertThat(Written.bytes(read.message())).as("seed %d", seed).isEqualTo(written);
        }
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,UTF-8", "UTF-16,UTF-16", "UTF-16LE,UTF-16", "ISO-8859-1,ISO-8859-1", "windows-1252,windows-1252"
    })
    void otherEncodingsAreRead(String encoding, String declared) {
        String xml = FULL.replace("encoding=\"UTF-8\"", "encoding=\"" + declared + "\"");
        byte[] bytes = (encoding.endsWith("LE") ? "\uFEFF" + xml : xml).getBytes(Charset.forName(encoding));
        assertThat(Read.bytes(bytes)).isEqualTo(new ReadMessage(OfficialExamples.full(), List.of()));
    }

    @Test
    void otherPrefixesAndADefaultNamespaceAreRead() {
        String other = FULL.replace("memo:", "m:")
                .replace("xmlns:memo", "xmlns:m")
                .replace("grd:", "g1:")
                .replace("xmlns:grd", "xmlns:g1");
        String byDefault = FULL.replace("memo:", "").replace("xmlns:memo", "xmlns");
        assertThat(other).isNotEqualTo(FULL).contains("<m:label>");
        assertThat(Read.text(other)).isEqualTo(new ReadMessage(OfficialExamples.full(), List.of()));
        assertThat(byDefault).contains("<label>");
        assertThat(Read.text(byDefault)).isEqualTo(new ReadMessage(OfficialExamples.full(), List.of()));
    }

    @Test
    void lineEndsCommentsCdataInstructionsAndSchemaHintsChangeNothing() {
        String xml = MINIMUM.replace(
                        "<memo:MessageHeader>",
                        "\r\n<!-- c --><?p i?>\r\n  <memo:MessageHeader xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
                                + " xsi:schemaLocation='a b'>\r\n")
                .replace("Pladsanvisning</memo:label>", "Plads<!-- c --><![CDATA[anvis]]>ning<?p i?></memo:label>")
                .replace("<memo:content>", "<memo:content>\r\n\t ")
                .replace("VGhpcyBp", "VG<!-- c -->hp\r\n cyBp");
        assertThat(xml).contains("cyBp").contains("anvis]]>");
        assertThat(Read.text(xml)).isEqualTo(new ReadMessage(OfficialExamples.minimum(), List.of()));
    }

    @Test
    void unknownElementsAndAttributesAreReportedAndLeaveTheRestAlone() {
        String xml = MINIMUM.replace(
                        "<memo:Sender>",
                        "<memo:Sender><memo:mood level='1'>glad<memo:x/></memo:mood><other xmlns='u'/>")
                .replace("<memo:label>", "<memo:label lang='da'>");
        ReadMessage read = Read.text(xml);
        assertThat(read.message()).isEqualTo(OfficialExamples.minimum());
        assertThat(read.findings())
                .extracting(Finding::path)
                .contains(
                        "/Message/MessageHeader/Sender/mood",
                        "/Message/MessageHeader/Sender/other",
                        "/Message/MessageHeader/label/@lang");
        assertThat(read.findings()).extracting(Finding::rule).containsOnly("V08");
    }

    @Test
    void codesThatNobodyKnowsAreKept() {
        MessageHeader header = Read.text(MINIMUM.replace("DIGITALPOST", "FAX").replace(">CPR<", ">EMAIL<"))
                .message()
                .header();
        assertThat(header.messageType()).isEqualTo(MessageType.of("FAX"));
        assertThat(header.messageType().isKnown()).isFalse();
        assertThat(header.messageType()).hasToString("MessageType(other)");
        assertThat(header.recipient().idType()).isEqualTo(IdType.of("EMAIL"));
    }

    @Test
    void aVersionThatNobodyKnowsIsReportedAndReadAs12() {
        ReadMessage read = Read.text(MINIMUM.replace("memoVersion=\"1.2\"", "memoVersion=\"1.3\""));
        assertThat(read.message()).isEqualTo(OfficialExamples.minimum());
        assertThat(read.findings())
                .extracting(Finding::rule, Finding::path)
                .containsExactly(tuple("V01", "/Message/@memoVersion"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.20", "+1.2", " 1.2 ", "01.200"})
    void versionsAreNumbers(String version) {
        assertThat(Read.text(MINIMUM.replace("memoVersion=\"1.2\"", "memoVersion=\"" + version + "\""))
                        .findings())
                .isEmpty();
    }

    @Test
    void aMessageWithNothingInItIsReadWithAFindingForEachThingThatIsMissing() {
        ReadMessage read = Read.text("<Message xmlns='https://DigitalPost.dk/MeMo-1'/>");
        assertThat(read.findings()).extracting(Finding::rule).containsExactly("V01", "V08");
        MessageHeader header = read.message().header();
        assertThat(header.label()).isEmpty();
        assertThat(header.messageUuid()).isEqualTo(new UUID(0, 0));
        assertThat(read.message().body()).isEmpty();
    }

    @Test
    void whatCannotBeReadIsReportedAndTheRestIsUsed() {
        String xml = FULL.replace("2018-05-03T12:00:00Z", "i maj")
                .replace("2025-09-30T12:00:00Z", "snart")
                .replace("2025-09-15", "2025-02-30")
                .replace("<memo:reply>true", "<memo:reply>ja");
        ReadMessage read = Read.text(xml);
        assertThat(read.findings())
                .extracting(Finding::path)
                .containsExactlyInAnyOrder(
                        "/Message/MessageBody/createdDateTime",
                        "/Message/MessageHeader/reply",
                        "/Message/MessageHeader/replyByDateTime",
                        "/Message/MessageHeader/doNotDeliverUntilDate");
        assertThat(read.message().body().orElseThrow().createdDateTime()).isEqualTo(Instant.EPOCH);
        assertThat(read.message().header().replyByDateTime()).isEmpty();
        assertThat(read.message().header().sender())
                .isEqualTo(OfficialExamples.full().header().sender());
    }

    @ParameterizedTest
    @CsvSource({
        "2024-05-03T12:00:00.123456789012Z, 2024-05-03T12:00:00.123456789Z, ",
        "2024-12-31T24:00:00Z, 2025-01-01T00:00:00Z, ",
        "' 2024-05-03T12:00:00Z ', 2024-05-03T12:00:00Z, ",
        "2024-05-03T12:00:00+02:00, 2024-05-03T10:00:00Z, V05",
        "2024-05-03T12:00:00, 2024-05-03T12:00:00Z, V05",
        "2024-05-03T12:00Z, 1970-01-01T00:00:00Z, V05",
        "2024-02-30T12:00:00Z, 1970-01-01T00:00:00Z, V05",
        "2024-05-03T12:00:60Z, 1970-01-01T00:00:00Z, V05",
        "2024-05-03T25:00:00Z, 1970-01-01T00:00:00Z, V05",
        "0000-05-03T12:00:00Z, 1970-01-01T00:00:00Z, V05",
        "2024-05-03T12:00:00+15:00, 1970-01-01T00:00:00Z, V05",
        "'', 1970-01-01T00:00:00Z, V05",
    })
    void timesAreThoseOfXmlSchema(String written, Instant read, String rule) {
        ReadMessage message = Read.text(MINIMUM.replace("2024-05-03T12:00:00Z", written));
        assertThat(message.message().body().orElseThrow().createdDateTime()).isEqualTo(read);
        assertThat(message.findings()).extracting(Finding::rule).isEqualTo(rule == null ? List.of() : List.of(rule));
    }

    @Test
    void aDateMayHaveAZoneAndFlagsMayBeDigitsOrEmpty() {
        MessageHeader header = Read.text(FULL.replace("2025-09-15<", "2025-09-15+02:00<")
                        .replace("<memo:reply>true", "<memo:reply>1")
                        .replace("<memo:mandatory>true", "<memo:mandatory>"))
                .message()
                .header();
        assertThat(header.doNotDeliverUntilDate()).contains(LocalDate.of(2025, 9, 15));
        assertThat(header.reply()).isTrue();
        assertThat(header.mandatory()).isFalse();
    }

    @Test
    void orderDoesNotMatterToTheModel() {
        String label = "<memo:label>Pladsanvisning</memo:label>";
        String xml = MINIMUM.replace(label, "").replace("</memo:MessageHeader>", label + "</memo:MessageHeader>");
        ReadMessage read = Read.text(xml);
        assertThat(read.message()).isEqualTo(OfficialExamples.minimum());
        assertThat(read.findings()).extracting(Finding::path).containsExactly("/Message/MessageHeader/label");
    }

    @Test
    void theSinkLearnsOfEachFileInOrderAndMaySkipIt() throws IOException {
        List<FileDescription> files = new ArrayList<>();
        ReadMessage read = MemoReader.read(new ByteArrayInputStream(Written.bytes(OfficialExamples.full())), file -> {
            files.add(file);
            return Optional.empty();
        });
        assertThat(files)
                .extracting(FileDescription::document, FileDescription::documentNumber, FileDescription::fileNumber)
                .containsExactly(
                        tuple(FileDescription.Document.MAIN, 1, 1),
                        tuple(FileDescription.Document.MAIN, 1, 2),
                        tuple(FileDescription.Document.ADDITIONAL, 1, 1),
                        tuple(FileDescription.Document.ADDITIONAL, 1, 2),
                        tuple(FileDescription.Document.ADDITIONAL, 2, 1),
                        tuple(FileDescription.Document.TECHNICAL, 1, 1));
        assertThat(files.get(3))
                .isEqualTo(new FileDescription(
                        FileDescription.Document.ADDITIONAL,
                        1,
                        2,
                        "application/msword",
                        "Praktiske oplysninger.doc",
                        "da"))
                .hasToString("FileDescription(ADDITIONAL 1, file 2)");
        ContentSource content = read.message()
                .body()
                .orElseThrow()
                .mainDocument()
                .files()
                .get(0)
                .content();
        assertThat(content.size()).isEmpty();
        assertThatThrownBy(content::open).isInstanceOf(IOException.class).hasMessageContaining("skipped");
    }

    @Test
    void filesInAFolderAreNamedByPositionAndNeverWrittenOver(@TempDir Path folder) throws IOException {
        byte[] xml = Written.bytes(OfficialExamples.full());
        ReadMessage read = MemoReader.read(new ByteArrayInputStream(xml), ContentSink.intoFolder(folder));
        assertThat(folder.toFile().list())
                .containsExactlyInAnyOrder(
                        "main-1-1", "main-1-2", "additional-1-1", "additional-1-2", "additional-2-1", "technical-1-1");
        assertThat(folder.resolve("technical-1-1")).hasContent("This is a test");
        assertThat(Written.bytes(read.message())).isEqualTo(xml);
        assertThatThrownBy(() -> MemoReader.read(new ByteArrayInputStream(xml), ContentSink.intoFolder(folder)))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(Files.readString(folder.resolve("main-1-1"))).isEqualTo("This is a test");
    }

    @Test
    void memoryIsOnlyFilledUpToTheLimitThatTheCallerSet() throws IOException {
        byte[] xml = Written.bytes(OfficialExamples.full());
        assertThat(MemoReader.read(new ByteArrayInputStream(xml), ContentSink.inMemory(6 * 14))
                        .message())
                .isEqualTo(OfficialExamples.full());
        assertThatThrownBy(() -> MemoReader.read(new ByteArrayInputStream(xml), ContentSink.inMemory(6 * 14 - 1)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("83 bytes");
    }

    @Test
    void streamsOfTheSinkAreClosedAlsoWhenTheMessageIsCutOff() {
        AtomicInteger open = new AtomicInteger();
        byte[] xml =
                MINIMUM.substring(0, MINIMUM.indexOf("</memo:content>") - 3).getBytes(StandardCharsets.UTF_8);
        ContentTarget target = new ContentTarget() {
            @Override
            public OutputStream open() {
                open.incrementAndGet();
                return new ByteArrayOutputStream() {
                    @Override
                    public void close() {
                        open.decrementAndGet();
                    }
                };
            }

            @Override
            public ContentSource content() {
                return ContentSource.of(new byte[0]);
            }
        };
        assertThatThrownBy(() -> MemoReader.read(new ByteArrayInputStream(xml), file -> Optional.of(target)))
                .isInstanceOf(InvalidMessageException.class);
        assertThat(open).hasValue(0);
    }

    @Test
    void contentThatIsNoBase64IsReportedAndTheOtherFilesAreRead() throws IOException {
        ReadMessage read = Read.text(FULL.replaceFirst("VGhpcyBp", "VG?pcyBp"));
        assertThat(read.findings())
                .extracting(Finding::rule, Finding::path)
                .containsExactly(tuple("V17", "/Message/MessageBody/MainDocument/File[1]/content"));
        File second = read.message().body().orElseThrow().mainDocument().files().get(1);
        try (InputStream in = second.content().open()) {
            assertThat(in).hasContent("This is a test");
        }
    }

    @Test
    void theHeaderIsReadWithoutTouchingTheDocuments() throws IOException {
        String start = FULL.substring(0, FULL.indexOf("<memo:MessageBody>"));
        LongStream source = new LongStream(start, " ", 1L << 40, "");
        ReadHeader read = MemoReader.header(source);
        assertThat(read.header()).isEqualTo(OfficialExamples.full().header());
        assertThat(read.version()).isEqualTo(MemoVersion.V1_2);
        assertThat(read.findings()).isEmpty();
        assertThat(source.taken()).isLessThan(start.length() + 100_000L);
    }

    @Test
    void theHeaderIsFoundBehindABodyThatStandsTooEarly() throws IOException {
        int header = MINIMUM.indexOf("<memo:MessageHeader>");
        int body = MINIMUM.indexOf("<memo:MessageBody>");
        int end = MINIMUM.indexOf("</memo:Message>");
        String xml = MINIMUM.substring(0, header)
                + MINIMUM.substring(body, end)
                + MINIMUM.substring(header, body)
                + MINIMUM.substring(end);
        ReadHeader read = MemoReader.header(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        assertThat(read.header()).isEqualTo(OfficialExamples.minimum().header());
        assertThat(read.findings()).extracting(Finding::rule).containsExactly("V08");
    }

    @Test
    void aHeaderThatNeverComesIsReported() throws IOException {
        ReadHeader read = MemoReader.header(new ByteArrayInputStream(
                "<Message memoVersion='1.1' memoSchVersion='1.1.0' xmlns='https://DigitalPost.dk/MeMo-1'/>"
                        .getBytes(StandardCharsets.UTF_8)));
        assertThat(read.version()).isEqualTo(MemoVersion.V1_1);
        assertThat(read.findings()).extracting(Finding::path).containsExactly("/Message/MessageHeader");
    }

    @Test
    void nothingThatIsReadPrintsWhatItHolds() {
        ReadMessage read = Read.text(MINIMUM);
        assertThat(read.toString()).doesNotContain("Pladsanvisning").doesNotContain("2211771212");
    }
}

package dk.borgerbro.digitalpost.memo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerbro.core.error.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xmlunit.builder.DiffBuilder;
import org.xmlunit.builder.Input;
import org.xmlunit.diff.Comparison;
import org.xmlunit.diff.ComparisonResult;
import org.xmlunit.diff.ComparisonType;
import org.xmlunit.diff.Diff;
import org.xmlunit.diff.DifferenceEvaluators;

class MemoWriterTest {
    @Test
    void writesTheAgencysFullExample() {
        assertSame("1.2/MeMo_Full_Example.xml", OfficialExamples.full());
    }

    @Test
    void writesTheAgencysMinimumExample() {
        assertSame("1.2/MeMo_Minimum_Example.xml", OfficialExamples.minimum());
    }

    @Test
    void writesANemSmsWithoutBody() {
        assertSame("1.2/MeMo_NemSMS.xml", OfficialExamples.nemSms());
    }

    @Test
    void comparisonWithTheExamplesSeesADifference() {
        Message other = OfficialExamples.minimum().toBuilder()
                .header(OfficialExamples.minimum().header().toBuilder()
                        .label("andet")
                        .build())
                .build();
        assertThat(compare("1.2/MeMo_Minimum_Example.xml", other).hasDifferences())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(MemoVersion.class)
    void theFullExampleIsValidInBothVersions(MemoVersion version) {
        Message message = OfficialExamples.full().toBuilder().version(version).build();
        assertThat(Xsd.faults(version, Written.bytes(message))).isEmpty();
    }

    @Test
    void version11CarriesItsSchemaVersionAndBothFlags() {
        String written = Written.text(
                OfficialExamples.minimum().toBuilder().version(MemoVersion.V1_1).build());
        assertThat(written)
                .contains("memoVersion=\"1.1\" memoSchVersion=\"1.1.0\"")
                .contains("<memo:mandatory>false</memo:mandatory>")
                .contains("<memo:legalNotification>false</memo:legalNotification>");
    }

    @Test
    void version12CarriesNoSchemaVersion() {
        assertThat(Written.text(OfficialExamples.minimum()))
                .contains("memoVersion=\"1.2\"")
                .doesNotContain("memoSchVersion");
    }

    @Test
    void version11LeavesRepresentativesOut() {
        String written = Written.text(
                OfficialExamples.full().toBuilder().version(MemoVersion.V1_1).build());
        assertThat(written).doesNotContain("epresentative");
    }

    @Test
    void theCoreNamespaceHasThePrefixMemo() {
        assertThat(Written.text(OfficialExamples.minimum()))
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<memo:Message ")
                .contains("xmlns:memo=\"https://DigitalPost.dk/MeMo-1\"");
    }

    @Test
    void theSameMessageGivesTheSameBytes() {
        assertThat(Written.bytes(OfficialExamples.full())).isEqualTo(Written.bytes(OfficialExamples.full()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 49_151, 49_152, 49_153, 200_000})
    void contentComesBackByteByByteAndTheLengthIsKnownBefore(int size) throws IOException {
        byte[] content = new byte[size];
        for (int i = 0; i < size; i++) {
            content[i] = (byte) (i * 31 + 7);
        }
        Message message = withContent(ContentSource.of(content));
        byte[] written = Written.bytes(message);
        String text = new String(written, StandardCharsets.UTF_8);
        String encoded = text.substring(text.indexOf("<memo:content>") + 14, text.indexOf("</memo:content>"));
        assertThat(Base64.getDecoder().decode(encoded)).isEqualTo(content);
        assertThat(MemoWriter.length(message)).isEqualTo(written.length);
    }

    @Test
    void theLengthIsKnownWithoutOpeningADocumentOfKnownSize() throws IOException {
        AtomicInteger opened = new AtomicInteger();
        Message message = withContent(ContentSource.of(100, () -> {
            opened.incrementAndGet();
            return new ByteArrayInputStream(new byte[100]);
        }));
        long length = MemoWriter.length(message);
        assertThat(opened).hasValue(0);
        assertThat(length).isEqualTo(Written.bytes(message).length);
    }

    @Test
    void aDocumentOfUnknownSizeIsCountedByReading() throws IOException {
        Message message = withContent(() -> new ByteArrayInputStream(new byte[12_345]));
        assertThat(MemoWriter.length(message)).isEqualTo(Written.bytes(message).length);
    }

    @ParameterizedTest
    @ValueSource(longs = {99, 101})
    void aDocumentOfAnotherSizeThanToldFailsTheWriting(long told) {
        Message message = withContent(ContentSource.of(told, () -> new ByteArrayInputStream(new byte[100])));
        assertThatThrownBy(() -> MemoWriter.write(message, new ByteArrayOutputStream()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("changed its size");
    }

    @Test
    void documentsOnDiskAreReadWhenWritten(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("brev.pdf"), new byte[] {1, 2, 3});
        Message message = withContent(ContentSource.of(file));
        assertThat(Written.text(message)).contains(">AQID<");
        assertThat(MemoWriter.length(message)).isEqualTo(Written.bytes(message).length);
    }

    @Test
    void theSourceIsClosedEvenIfTheTargetFails() {
        AtomicInteger closed = new AtomicInteger();
        Message message = withContent(() -> new ByteArrayInputStream(new byte[500_000]) {
            @Override
            public void close() {
                closed.incrementAndGet();
            }
        });
        assertThatThrownBy(() -> MemoWriter.write(message, new java.io.OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("cut");
                    }
                }))
                .hasMessage("cut");
        assertThat(closed.get()).isLessThanOrEqualTo(1);
        assertThatThrownBy(() -> MemoWriter.write(message, new FailsLate())).hasMessage("cut");
        assertThat(closed.get()).isPositive();
    }

    @Test
    void markupInTextsIsEscaped() {
        Message message = OfficialExamples.minimum();
        String written = Written.text(message.toBuilder()
                .header(message.header().toBuilder()
                        .label("<b> & ]]> \"æøå\" 😀")
                        .build())
                .build());
        assertThat(written).contains("<memo:label>&lt;b&gt; &amp; ]]&gt; \"æøå\" 😀</memo:label>");
    }

    @Test
    void aCharacterThatXmlCannotCarryIsRefusedWithoutRepeatingTheText() {
        Message message = OfficialExamples.minimum();
        Message broken = message.toBuilder()
                .header(message.header().toBuilder().label("hemmelig\u0000").build())
                .build();
        assertThatThrownBy(() -> MemoWriter.write(broken, new ByteArrayOutputStream()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("label")
                .hasMessageNotContaining("hemmelig");
    }

    private static Message withContent(ContentSource content) {
        Message message = OfficialExamples.minimum();
        MessageBody body = message.body().orElseThrow();
        File file = new File("application/pdf", "brev.pdf", "da", content);
        return message.toBuilder()
                .body(body.toBuilder().mainDocument(MainDocument.of(file)).build())
                .build();
    }

    private static void assertSame(String example, Message message) {
        Diff diff = compare(example, message);
        assertThat(diff.hasDifferences()).as(diff.fullDescription()).isFalse();
    }

    private static Diff compare(String example, Message message) {
        InputStream expected = MemoWriterTest.class.getResourceAsStream("/memo/samples/" + example);
        return DiffBuilder.compare(Input.fromStream(expected))
                .withTest(Input.fromByteArray(Written.bytes(message)))
                .ignoreWhitespace()
                .ignoreComments()
                .withNodeFilter(MemoWriterTest::says)
                .withDifferenceEvaluator(
                        DifferenceEvaluators.chain(DifferenceEvaluators.Default, MemoWriterTest::sameUuid))
                .checkForSimilar()
                .build();
    }

    /** A flag that says false says no more than an absent one. */
    private static boolean says(Node node) {
        return !(node instanceof Element element
                && element.getLocalName().equals("legalNotification")
                && element.getTextContent().equals("false"));
    }

    private static ComparisonResult sameUuid(Comparison comparison, ComparisonResult outcome) {
        if (outcome != ComparisonResult.DIFFERENT || comparison.getType() != ComparisonType.TEXT_VALUE) {
            return outcome;
        }
        String expected = String.valueOf(comparison.getControlDetails().getValue());
        String actual = String.valueOf(comparison.getTestDetails().getValue());
        boolean uuid = expected.matches("[0-9A-Fa-f]{8}-.{4}-.{4}-.{4}-.{12}");
        return uuid && expected.toLowerCase(Locale.ROOT).equals(actual) ? ComparisonResult.SIMILAR : outcome;
    }

    private static final class FailsLate extends java.io.OutputStream {
        private long written;

        @Override
        public void write(int b) throws IOException {
            if (++written > 100_000) {
                throw new IOException("cut");
            }
        }
    }
}

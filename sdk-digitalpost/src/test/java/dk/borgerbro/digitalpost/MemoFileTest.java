package dk.borgerbro.digitalpost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerbro.core.error.InvalidInputException;
import dk.borgerbro.digitalpost.memo.ContentSource;
import dk.borgerbro.digitalpost.memo.MemoVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemoFileTest {
    private static final String UUID_TEXT = "8C2EA15D-61FB-4BA9-9366-42F8B194C114";

    @Test
    void readsTheOfficialExampleWithItsByteOrderMark() throws Exception {
        Path path = example("1.2/MeMo_Full_Example.xml");
        MemoFile memo = MemoFile.of(path);
        assertThat(memo.version()).isEqualTo(MemoVersion.V1_2);
        assertThat(memo.messageUuid()).isEqualTo(UUID.fromString(UUID_TEXT));
        assertThat(memo.messageUuidText()).isEqualTo(UUID_TEXT);
        assertThat(memo.messageId()).isEqualTo("MSG-12345");
        assertThat(memo.mandatory()).isTrue();
        assertThat(memo.legalNotification()).isFalse();
        assertThat(memo.size()).isEqualTo(Files.size(path));
        assertThat(memo.digest()).isEqualTo(sha256(Files.readAllBytes(path)));
        try (InputStream in = memo.content().open()) {
            assertThat(in).hasSameContentAs(Files.newInputStream(path));
        }
    }

    @Test
    void readsTheOtherExamples() throws Exception {
        assertThat(MemoFile.of(example("1.1/MeMo_Full_Example.xml")).version()).isEqualTo(MemoVersion.V1_1);
        assertThat(MemoFile.of(example("1.2/MeMo_Minimum_Example.xml")).messageId())
                .isEmpty();
        assertThat(MemoFile.of(example("1.2/MeMo_NemSMS.xml")).mandatory()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1.2,V1_2", "1.20,V1_2", "01.2,V1_2", "+1.2,V1_2"})
    void versionsAreNumbers(String text, MemoVersion version) {
        assertThat(memo(message("memoVersion='" + text + "'", UUID_TEXT)).version())
                .isEqualTo(version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "1.3", "2", "", "x", "1e0", "1.2.0", "-1.2", "999999999999999999999"})
    void v01RefusesOtherVersions(String text) {
        assertRefused(message("memoVersion='" + text + "'", UUID_TEXT), "V01");
    }

    @Test
    void v01RefusesAMissingVersion() {
        assertRefused(message("", UUID_TEXT), "V01");
    }

    @Test
    void v02RefusesSchemaVersionsInTheWrongPlace() {
        assertRefused(message("memoVersion='1.2' memoSchVersion='1.1.0'", UUID_TEXT), "V02");
        assertRefused(message("memoVersion='1.1'", UUID_TEXT), "V02");
        assertThat(memo(message("memoVersion='1.1' memoSchVersion='1.1.0'", UUID_TEXT))
                        .version())
                .isEqualTo(MemoVersion.V1_1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "8c2ea15d-61fb-1ba9-9366-42f8b194c114", "8c2ea15d61fb4ba9936642f8b194c114"})
    void v04RefusesIdsOfOtherForms(String uuid) {
        assertRefused(message("memoVersion='1.2'", uuid), "V04");
    }

    @Test
    void everythingIsReportedAtOnce() {
        assertThatThrownBy(() -> memo(message("memoVersion='3'", "x")))
                .hasMessageContaining("V01")
                .hasMessageContaining("V04");
    }

    @Test
    void otherPrefixesAndEncodingsAreRead() {
        for (Charset charset :
                new Charset[] {StandardCharsets.UTF_8, StandardCharsets.UTF_16, StandardCharsets.ISO_8859_1}) {
            String text = "<?xml version='1.0' encoding='" + charset.name() + "'?>"
                    + "<Message xmlns='https://DigitalPost.dk/MeMo-1' memoVersion='1.2'><MessageHeader>"
                    + "<label>æøå</label><messageUUID> " + UUID_TEXT + " </messageUUID>"
                    + "<mandatory> 1 </mandatory></MessageHeader></Message>";
            MemoFile memo = MemoFile.of(ContentSource.of(text.getBytes(charset)));
            assertThat(memo.mandatory()).isTrue();
            assertThat(memo.messageUuidText()).isEqualTo(UUID_TEXT);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hemmelig",
                "<Message>",
                "<Message memoVersion='1.2'/>",
                "<m:Message xmlns:m='https://DigitalPost.dk/MeMo-2' memoVersion='1.2'/>",
                "<!DOCTYPE x [<!ENTITY a 'b'>]><m:Message xmlns:m='https://DigitalPost.dk/MeMo-1' memoVersion='1.2'/>",
                "<m:Message xmlns:m='https://DigitalPost.dk/MeMo-1' memoVersion='1.2'></m:Message><rest/>",
                "<m:Message xmlns:m='https://DigitalPost.dk/MeMo-1' memoVersion='1.2'>hemmelig</m:Message>"
            })
    void whatIsNoMemoIsRefusedWithoutRepeatingIt(String text) {
        assertThatThrownBy(() -> memo(text))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageNotContaining("hemmelig")
                .hasNoCause();
    }

    @Test
    void aCutMessageIsRefused() throws Exception {
        byte[] whole = Files.readAllBytes(example("1.2/MeMo_Full_Example.xml"));
        for (int length = 0; length < whole.length - 20; length += 97) {
            byte[] cut = java.util.Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> MemoFile.of(ContentSource.of(cut))).isInstanceOf(InvalidInputException.class);
        }
    }

    @Test
    void aMissingFileIsRefusedWithoutItsPath() {
        assertThatThrownBy(() -> MemoFile.of(Path.of("Hemmelig", "brev.xml")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("NoSuchFileException")
                .hasMessageNotContaining("Hemmelig");
    }

    @Test
    void aFailingSourceIsATypedError() {
        assertThatThrownBy(() -> MemoFile.of(() -> {
                    throw new IOException("hemmelig");
                }))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageNotContaining("hemmelig");
    }

    @Test
    void aLargeDocumentIsReadInBoundedMemory() {
        byte[] head =
                ("<m:Message xmlns:m='https://DigitalPost.dk/MeMo-1' memoVersion='1.2'><m:MessageHeader><m:messageUUID>"
                                + UUID_TEXT + "</m:messageUUID></m:MessageHeader><m:content>")
                        .getBytes(StandardCharsets.UTF_8);
        byte[] tail = "</m:content></m:Message>".getBytes(StandardCharsets.UTF_8);
        long letters = 20_000_000;
        MemoFile memo = MemoFile.of(() -> new java.io.SequenceInputStream(
                new ByteArrayInputStream(head),
                new java.io.SequenceInputStream(new Letters(letters), new ByteArrayInputStream(tail))));
        assertThat(memo.size()).isEqualTo(head.length + letters + tail.length);
    }

    private static MemoFile memo(String text) {
        return MemoFile.of(ContentSource.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String message(String attributes, String uuid) {
        return "<m:Message xmlns:m='https://DigitalPost.dk/MeMo-1' " + attributes + "><m:MessageHeader><m:messageUUID>"
                + uuid + "</m:messageUUID></m:MessageHeader></m:Message>";
    }

    private static void assertRefused(String text, String rule) {
        assertThatThrownBy(() -> memo(text))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        e -> assertThat(e.findings())
                                .singleElement()
                                .satisfies(f -> assertThat(f.rule()).isEqualTo(rule)));
    }

    private static Path example(String name) throws URISyntaxException {
        URL url = Objects.requireNonNull(MemoFileTest.class.getResource("/memo/samples/" + name));
        return Path.of(url.toURI());
    }

    private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    /** A run of one letter that is nowhere in memory. */
    private static final class Letters extends InputStream {
        private long left;

        Letters(long left) {
            this.left = left;
        }

        @Override
        public int read() {
            return left-- > 0 ? 'A' : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(left, length);
            java.util.Arrays.fill(buffer, offset, offset + count, (byte) 'A');
            left -= count;
            return count;
        }
    }
}

package dk.borgerbro.digitalpost.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerbro.core.error.InvalidInputException;
import dk.borgerbro.digitalpost.MemoFile;
import dk.borgerbro.digitalpost.memo.ContentSource;
import dk.borgerbro.digitalpost.memo.MemoWriter;
import dk.borgerbro.digitalpost.memo.Message;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.tukaani.xz.LZMAInputStream;

class ContainerWriterTest {
    @Test
    void lettersAreEntriesNamedByTheirIds() {
        List<Message> letters = TestLetters.letters(3, 1000);
        Visits visits = new Visits();

        ReadContainer read = visits.read(TestLetters.container(letters));

        assertThat(read).isEqualTo(new ReadContainer(3, 0, List.of()));
        assertThat(visits.names)
                .containsExactly(
                        TestLetters.uuid(0) + ".xml", TestLetters.uuid(1) + ".xml", TestLetters.uuid(2) + ".xml");
        assertThat(visits.contents.get(1)).isEqualTo(xml(letters.get(1)));
    }

    @Test
    void theHeaderIsThatOfTheOldFormatWithADictionaryThatTheServiceTakes() {
        ByteBuffer header = ByteBuffer.wrap(TestLetters.container(TestLetters.letters(1, 10)))
                .order(ByteOrder.LITTLE_ENDIAN);

        assertThat(header.get()).isEqualTo((byte) 0x5d);
        assertThat(header.getInt()).isEqualTo(8 * 1024 * 1024);
        assertThat(header.getLong()).isEqualTo(-1);
    }

    @Test
    void theArchiveHasWholeBlocksAndSaysNothingOfWhoMadeIt() throws IOException {
        byte[] tar;
        try (LZMAInputStream lzma =
                new LZMAInputStream(new ByteArrayInputStream(TestLetters.container(TestLetters.letters(2, 10))))) {
            tar = lzma.readAllBytes();
        }
        assertThat(tar.length % 10_240).isZero();
        try (TarArchiveInputStream entries = new TarArchiveInputStream(new ByteArrayInputStream(tar))) {
            TarArchiveEntry entry = entries.getNextEntry();
            assertThat(entry.getUserName()).isEmpty();
            assertThat(entry.getGroupName()).isEmpty();
            assertThat(entry.getLongUserId()).isZero();
            assertThat(entry.getLastModifiedTime().toInstant()).isEqualTo("2000-01-01T00:00:00Z");
        }
    }

    @Test
    void theSameLettersGiveTheSameBytes() {
        assertThat(TestLetters.container(TestLetters.letters(3, 500)))
                .isEqualTo(TestLetters.container(TestLetters.letters(3, 500)));
    }

    @Test
    void aFinishedMessageGoesByteForByteUnderTheLettersOfItsId() throws IOException {
        byte[] xml = new String(xml(TestLetters.letter(1, 100)), StandardCharsets.UTF_8)
                .replace(TestLetters.uuid(1).toString(), "8C2EA15D-61FB-4BA9-9366-42F8B194C114")
                .getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ContainerWriter.write(out, container -> container.add(MemoFile.of(ContentSource.of(xml))));
        Visits visits = new Visits();

        visits.read(out.toByteArray());

        assertThat(visits.names).containsExactly("8C2EA15D-61FB-4BA9-9366-42F8B194C114.xml");
        assertThat(visits.contents.get(0)).isEqualTo(xml);
    }

    @Test
    void countsWhatWasAdded() throws IOException {
        ContainerWriter.write(OutputStream.nullOutputStream(), container -> {
            assertThat(container.messages()).isZero();
            container.add(TestLetters.letter(1, 100));
            container.add(TestLetters.letter(2, 100));
            assertThat(container.messages()).isEqualTo(2);
            assertThat(container.messageBytes())
                    .isEqualTo(MemoWriter.length(TestLetters.letter(1, 100))
                            + MemoWriter.length(TestLetters.letter(2, 100)));
        });
    }

    @Test
    void documentsOfUnknownSizeAreCountedFirst() {
        AtomicInteger opened = new AtomicInteger();
        Message letter = TestLetters.letter(1, () -> {
            opened.incrementAndGet();
            return new ByteArrayInputStream(new byte[5000]);
        });
        Visits visits = new Visits();

        visits.read(TestLetters.container(List.of(letter)));

        assertThat(visits.contents.get(0)).isEqualTo(xml(TestLetters.letter(1, ContentSource.of(new byte[5000]))));
        assertThat(opened).hasValue(2);
    }

    @Test
    void aSecondMessageOfTheSameIdIsRefusedAndTheOthersStay() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ContainerWriter.write(out, container -> {
            container.add(TestLetters.letter(1, 10));
            assertThatThrownBy(() -> container.add(TestLetters.letter(1, 20)))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("V04");
            container.add(TestLetters.letter(2, 10));
        });
        assertThat(new Visits().read(out.toByteArray()).messages()).isEqualTo(2);
    }

    @Test
    void aCharacterThatXmlCannotCarryHarmsOnlyItsOwnMessage() throws IOException {
        Message good = TestLetters.letter(1, 10);
        Message bad = good.toBuilder()
                .header(good.header().toBuilder().label("a\u0001b").build())
                .build();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ContainerWriter.write(out, container -> {
            assertThatThrownBy(() -> container.add(bad)).isInstanceOf(InvalidInputException.class);
            container.add(good);
        });
        assertThat(new Visits().read(out.toByteArray()).messages()).isEqualTo(1);
    }

    @Test
    void anEmptyContainerIsRefused() {
        assertThatThrownBy(() -> ContainerWriter.write(new ByteArrayOutputStream(), container -> {}))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("TAR-EMPTY");
    }

    @Test
    void aFillerThatFailsLeavesAContainerThatNobodyTakesForWhole() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThatThrownBy(() -> ContainerWriter.write(out, container -> {
                    for (int i = 0; i < 12; i++) {
                        container.add(TestLetters.letter(i, 200_000));
                    }
                    throw new IOException("no more");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("no more");
        assertThat(new Visits().refusal(out.toByteArray())).isNotEmpty();
    }

    @Test
    void aDocumentThatChangesItsSizeBreaksTheContainerForGood() {
        Message letter = TestLetters.letter(1, ContentSource.of(100, () -> new ByteArrayInputStream(new byte[99])));
        assertThatThrownBy(() -> ContainerWriter.write(new ByteArrayOutputStream(), container -> {
                    try {
                        container.add(letter);
                    } catch (IOException e) {
                        // a caller who goes on all the same
                    }
                    container.add(TestLetters.letter(2, 10));
                }))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("begin another");
    }

    @Test
    void aFailureOfAMessageThatTheFillerHidesStillFailsTheContainer() {
        Message letter = TestLetters.letter(1, ContentSource.of(100, () -> new ByteArrayInputStream(new byte[99])));
        assertThatThrownBy(() -> ContainerWriter.write(new ByteArrayOutputStream(), container -> {
                    container.add(TestLetters.letter(2, 10));
                    try {
                        container.add(letter);
                    } catch (IOException e) {
                        // hidden
                    }
                }))
                .isInstanceOf(IOException.class);
    }

    @Test
    void theStreamIsFlushedAndNotClosed() throws IOException {
        StringBuilder calls = new StringBuilder();
        OutputStream out = new OutputStream() {
            @Override
            public void write(int b) {}

            @Override
            public void write(byte[] bytes, int offset, int length) {}

            @Override
            public void flush() {
                calls.append("flush ");
            }

            @Override
            public void close() {
                calls.append("close ");
            }
        };
        ContainerWriter.write(out, container -> container.add(TestLetters.letter(1, 10)));
        assertThat(calls).contains("flush").doesNotContain("close");
    }

    @Test
    void lettersThatShareAPictureAreStoredOnce() {
        byte[] picture = new byte[100_000];
        new Random(7).nextBytes(picture);
        List<Message> letters = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            byte[] document = ("%PDF-1.7 letter " + i + "x".repeat(i % 3)).getBytes(StandardCharsets.UTF_8);
            ByteArrayOutputStream pdf = new ByteArrayOutputStream();
            pdf.writeBytes(document);
            pdf.writeBytes(picture);
            letters.add(TestLetters.letter(i, ContentSource.of(pdf.toByteArray())));
        }
        assertThat(TestLetters.container(letters).length).isLessThan(500_000);
    }

    private static byte[] xml(Message message) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            MemoWriter.write(message, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}

package dk.borgerbro.digitalpost.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerbro.core.error.CallReference;
import dk.borgerbro.core.error.ConfigurationException;
import dk.borgerbro.core.error.Finding;
import dk.borgerbro.core.error.InvalidInputException;
import dk.borgerbro.digitalpost.memo.ContentSink;
import dk.borgerbro.digitalpost.memo.MemoReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.LZMAOutputStream;
import org.tukaani.xz.XZOutputStream;

class ContainerReaderTest {
    private static final int MIB = 1024 * 1024;

    private final Visits visits = new Visits();

    @ParameterizedTest
    @ValueSource(ints = {4096, 65_536, MIB, 12 * MIB, 16 * MIB, 64 * MIB})
    void anyDictionaryUpToTheLimitIsRead(int dictionary) {
        byte[] tar = Archives.tar(out -> Archives.file(out, "a.xml"));
        byte[] container = Archives.lzma(tar);
        container[1] = (byte) dictionary;
        container[2] = (byte) (dictionary >> 8);
        container[3] = (byte) (dictionary >> 16);
        container[4] = (byte) (dictionary >> 24);

        assertThat(visits.read(container).messages()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {64 * MIB + 1, 128 * MIB, Integer.MAX_VALUE, -1})
    void aDictionaryOverTheLimitIsRefusedBeforeItsMemoryIsTaken(int dictionary) {
        byte[] container = Archives.container(out -> Archives.file(out, "a.xml"));
        container[1] = (byte) dictionary;
        container[2] = (byte) (dictionary >> 8);
        container[3] = (byte) (dictionary >> 16);
        container[4] = (byte) (dictionary >> 24);

        assertThat(visits.refusal(container)).containsExactly("LZMA-DICTIONARY");
    }

    @Test
    void compressionThatStatesItsSizeIsRead() throws IOException {
        byte[] tar = Archives.tar(out -> Archives.file(out, "a.xml"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (LZMAOutputStream lzma = new LZMAOutputStream(out, new LZMA2Options(), tar.length)) {
            lzma.write(tar);
        }
        assertThat(visits.read(out.toByteArray()).messages()).isEqualTo(1);
    }

    @Test
    void longAndDanishNamesAndFoldersAreRead() {
        String name = "brev/" + "æøå".repeat(60) + ".xml";
        byte[] container = Archives.container(out -> {
            out.setAddPaxHeadersForNonAsciiNames(true);
            TarArchiveEntry folder = new TarArchiveEntry("brev/");
            out.putArchiveEntry(folder);
            out.closeArchiveEntry();
            Archives.file(out, name);
        });
        assertThat(visits.read(container)).isEqualTo(new ReadContainer(1, 0, List.of()));
        assertThat(visits.names).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../a.xml",
                "/etc/a.xml",
                "a/../../b.xml",
                "..",
                "a/..",
                "..\\a.xml",
                "\\\\server\\a.xml",
                "C:\\a.xml",
                "c:a.xml",
                "a\nb.xml"
            })
    void namesThatLeadElsewhereAreRefusedAndTheOthersAreRead(String name) {
        byte[] container = Archives.container(out -> {
            Archives.file(out, "1.xml");
            Archives.file(out, name);
            Archives.file(out, "3.xml");
        });
        ReadContainer read = visits.read(container);

        assertThat(visits.names).containsExactly("1.xml", "3.xml");
        assertThat(read.refused()).isEqualTo(1);
        assertThat(read.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("TAR-PATH");
            assertThat(finding.path()).isEqualTo("/entry[2]");
            assertThat(finding.message()).doesNotContain(name);
        });
        assertThat(visits.refused).singleElement().satisfies(entry -> {
            assertThat(entry.position()).isEqualTo(2);
            assertThat(entry.toString()).doesNotContain(name);
        });
    }

    @Test
    void linksAndDevicesAreRefusedAndTheOthersAreRead() {
        byte[] container = Archives.container(out -> {
            Archives.link(out, "1.xml", "/etc/passwd", true);
            Archives.link(out, "2.xml", "1.xml", false);
            out.putArchiveEntry(new TarArchiveEntry("3.xml", TarConstants.LF_FIFO));
            out.closeArchiveEntry();
            out.putArchiveEntry(new TarArchiveEntry("4.xml", TarConstants.LF_CHR));
            out.closeArchiveEntry();
            Archives.file(out, "5.xml");
        });
        ReadContainer read = visits.read(container);

        assertThat(visits.names).containsExactly("5.xml");
        assertThat(read.findings())
                .extracting(Finding::rule)
                .containsOnly("TAR-KIND")
                .hasSize(4);
    }

    @Test
    void anEntryThatIsTooLargeIsRefusedAndTheOthersAreRead() {
        byte[] container = Archives.container(out -> {
            Archives.file(out, "1.xml", new byte[3000]);
            Archives.file(out, "2.xml", new byte[2000]);
        });
        ReadContainer read = visits.read(container, new ContainerLimits(10, 2500, 100_000, MIB));

        assertThat(visits.names).containsExactly("2.xml");
        assertThat(read.findings()).extracting(Finding::rule).containsExactly("TAR-LIMIT");
    }

    @Test
    void tooManyEntriesEndTheReading() {
        byte[] container = Archives.container(out -> {
            for (int i = 0; i < 5; i++) {
                Archives.file(out, i + ".xml");
            }
        });
        assertThat(visits.refusal(container, new ContainerLimits(4, 1000, 100_000, MIB)))
                .containsExactly("TAR-LIMIT");
        assertThat(visits.names).hasSize(4);
    }

    @Test
    void tooManyBytesEndTheReading() {
        byte[] container = Archives.container(out -> {
            for (int i = 0; i < 5; i++) {
                Archives.file(out, i + ".xml", new byte[10_000]);
            }
        });
        assertThat(visits.refusal(container, new ContainerLimits(10, 100_000, 30_000, MIB)))
                .containsExactly("TAR-LIMIT");
        assertThat(visits.names).hasSize(2);
    }

    @Test
    void otherFormatsAreNamed() throws IOException {
        byte[] tar = Archives.tar(out -> Archives.file(out, "8.xml"));
        ByteArrayOutputStream xz = new ByteArrayOutputStream();
        try (XZOutputStream out = new XZOutputStream(xz, new LZMA2Options(0))) {
            out.write(tar);
        }
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
            out.write(tar);
        }
        assertRefused(xz.toByteArray(), "LZMA-FORMAT", "xz");
        assertRefused(gzip.toByteArray(), "LZMA-FORMAT", "gzip");
        assertRefused(tar, "LZMA-FORMAT", "without compression");
        assertRefused(utf8("<?xml version='1.0'?><memo/>"), "LZMA-FORMAT", "XML");
        assertRefused(utf8("\uFEFF<memo/>"), "LZMA-FORMAT", "XML");
        assertRefused(utf8("PK\u0003\u0004 and so on"), "LZMA-FORMAT", "zip");
        assertRefused(new byte[] {(byte) 225, 0, 0, 1, 0}, "LZMA-FORMAT", "not compressed as lzma");
    }

    @Test
    void whatIsEmptyIsRefused() {
        assertThat(visits.refusal(new byte[0])).containsExactly("TAR-EMPTY");
        assertThat(visits.refusal(Archives.container(out -> {}))).containsExactly("TAR-EMPTY");
        assertThat(visits.refusal(Archives.lzma(new byte[0]))).containsExactly("TAR-END");
    }

    @Test
    void compressedXmlIsNoArchive() {
        byte[] xml = utf8("<memo>" + "x".repeat(2000) + "</memo>");
        assertThat(visits.refusal(Archives.lzma(xml))).containsExactly("TAR-DATA");
    }

    @Test
    void aContainerThatIsCutIsRefusedAfterWhatIsWholeWasRead() {
        byte[] whole = TestLetters.container(TestLetters.letters(10, 5000));
        byte[] half = Arrays.copyOf(whole, whole.length / 2);

        assertThat(visits.refusal(half)).containsExactly("TAR-END");
        assertThat(visits.names).hasSizeBetween(3, 6);
    }

    @Test
    void aCutInTheLastByteIsNoticed() {
        byte[] whole = TestLetters.container(TestLetters.letters(3, 100));
        for (int cut = 1; cut < 40; cut++) {
            assertThat(new Visits().refusal(Arrays.copyOf(whole, whole.length - cut)))
                    .as("%d bytes cut", cut)
                    .containsExactly("TAR-END");
        }
    }

    @Test
    void anArchiveThatWasCutBeforeItWasCompressedIsNoticed() {
        byte[] tar = Archives.tar(out -> {
            Archives.file(out, "1.xml");
            Archives.file(out, "2.xml");
        });
        assertThat(visits.refusal(Archives.lzma(Arrays.copyOf(tar, 2048)))).containsExactly("TAR-END");
        assertThat(visits.names).containsExactly("1.xml", "2.xml");
        for (int length : new int[] {100, 511, 513, 600, 1023, 1030, 1536, 1540}) {
            assertThat(new Visits().refusal(Archives.lzma(Arrays.copyOf(tar, length))))
                    .as("%d bytes", length)
                    .containsExactly("TAR-END");
        }
    }

    @Test
    void aWrongChecksumEndsTheReading() {
        byte[] tar = Archives.tar(out -> {
            Archives.file(out, "1.xml");
            Archives.file(out, "2.xml");
        });
        tar[1024]++;
        assertThat(visits.refusal(Archives.lzma(tar))).containsExactly("TAR-DATA");
        assertThat(visits.names).containsExactly("1.xml");
    }

    @Test
    void padsOfZerosAfterTheArchiveAreFineAndOtherThingsAreNot() {
        byte[] tar = Archives.tar(out -> Archives.file(out, "1.xml"));
        assertThat(visits.read(Archives.lzma(Arrays.copyOf(tar, tar.length + 500_000)))
                        .messages())
                .isEqualTo(1);
        assertThat(visits.refusal(Archives.lzma(Arrays.copyOf(tar, tar.length + 2_000_000))))
                .containsExactly("TAR-TRAILING");
    }

    @Test
    void aHeaderThatIsLargerThanAnyNameIsRefused() {
        byte[] container = Archives.container(out -> {
            TarArchiveEntry name = new TarArchiveEntry("././@LongLink", TarConstants.LF_GNUTYPE_LONGNAME);
            name.setSize(3_000_000);
            out.putArchiveEntry(name);
            out.write(new byte[3_000_000]);
            out.closeArchiveEntry();
            Archives.file(out, "1.xml");
        });
        assertThat(visits.refusal(container)).containsExactly("TAR-LIMIT");
    }

    @Test
    void aVisitorsTypedErrorIsAFindingAndTheOthersAreRead() throws IOException {
        byte[] container = Archives.container(out -> {
            Archives.file(out, "1.xml", utf8("<a><b></a>"));
            Archives.file(out, "2.xml", utf8("<other/>"));
        });
        List<RefusedEntry> refused = new ArrayList<>();
        ReadContainer read = ContainerReader.create().read(new ByteArrayInputStream(container), new ContainerVisitor() {
            @Override
            public void message(ContainerEntry entry) throws IOException {
                MemoReader.read(entry.content(), ContentSink.skip());
            }

            @Override
            public void refused(RefusedEntry entry) {
                refused.add(entry);
            }
        });
        assertThat(read.messages()).isEqualTo(2);
        assertThat(read.refused()).isEqualTo(2);
        assertThat(read.findings())
                .hasSize(2)
                .allSatisfy(f -> assertThat(f.rule()).startsWith("XML-"));
        assertThat(read.findings().get(1).path()).startsWith("/entry[2]");
        assertThat(refused).extracting(RefusedEntry::name).containsExactly("1.xml", "2.xml");
    }

    @Test
    void findingsOfEntriesStandBeforeTheFaultOfTheContainer() {
        byte[] tar = Archives.tar(out -> Archives.link(out, "1.xml", "2.xml", true));
        assertThat(visits.refusal(Archives.lzma(Arrays.copyOf(tar, 512)))).containsExactly("TAR-KIND", "TAR-END");
    }

    @Test
    void findingsAreBoundedAndSaySo() {
        byte[] container = Archives.container(out -> {
            for (int i = 0; i < 1500; i++) {
                Archives.link(out, i + ".xml", "x", true);
            }
        });
        ReadContainer read = visits.read(container);
        assertThat(read.refused()).isEqualTo(1500);
        assertThat(read.findings()).hasSize(1001);
        assertThat(read.findings().get(1000).rule()).isEqualTo("READ");
    }

    @Test
    void aVisitorThatReadsNothingOrHalfLosesNothing() throws IOException {
        byte[] container = TestLetters.container(TestLetters.letters(5, 3000));
        List<Integer> positions = new ArrayList<>();
        ContainerReader.create().read(new ByteArrayInputStream(container), entry -> {
            positions.add(entry.position());
            assertThat(entry.content().read()).isEqualTo('<');
            entry.content().close();
        });
        assertThat(positions).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void aVisitorsOtherErrorsEndTheReading() {
        byte[] container = TestLetters.container(TestLetters.letters(2, 10));
        assertThatThrownBy(() -> ContainerReader.create().read(new ByteArrayInputStream(container), entry -> {
                    throw new IOException("disk full");
                }))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("disk full");
        assertThatThrownBy(() -> ContainerReader.create().read(new ByteArrayInputStream(container), entry -> {
                    throw new IllegalStateException("mine");
                }))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anEntryKeptForLaterCannotBeRead() throws IOException {
        byte[] container = TestLetters.container(TestLetters.letters(2, 10));
        List<InputStream> kept = new ArrayList<>();
        ContainerReader.create().read(new ByteArrayInputStream(container), entry -> kept.add(entry.content()));
        assertThatThrownBy(() -> kept.get(0).read()).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> kept.get(1).read()).isInstanceOf(IOException.class);
    }

    @Test
    void aCutIsReportedAlsoIfTheVisitorHidesIt() {
        byte[] whole = TestLetters.container(TestLetters.letters(3, 50_000));
        byte[] half = Arrays.copyOf(whole, whole.length / 2);
        assertThatThrownBy(() -> ContainerReader.create().read(new ByteArrayInputStream(half), entry -> {
                    try {
                        entry.content().readAllBytes();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> ContainerReader.create().read(new ByteArrayInputStream(half), entry -> {
                    try {
                        entry.content().readAllBytes();
                    } catch (IOException e) {
                        throw new InvalidInputException(
                                CallReference.local("x", "y"), List.of(Finding.error("X", "", "x")));
                    }
                }))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("TAR-END");
    }

    @Test
    void aSourceThatFailsIsNoFaultOfTheContainer() {
        byte[] whole = TestLetters.container(TestLetters.letters(3, 200_000));
        InputStream failing = new ByteArrayInputStream(whole) {
            @Override
            public synchronized int read(byte[] buffer, int offset, int length) {
                if (pos > 100_000) {
                    throw new UncheckedIOException(new IOException("lost"));
                }
                return super.read(buffer, offset, length);
            }
        };
        InputStream source = new java.io.FilterInputStream(failing) {
            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                try {
                    return super.read(buffer, offset, length);
                } catch (UncheckedIOException e) {
                    throw e.getCause();
                }
            }
        };
        assertThatThrownBy(() -> ContainerReader.create().read(source, visits))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("lost");
    }

    @Test
    void limitsThatMakeNoSenseAreNamedAllAtOnce() {
        assertThatThrownBy(() -> new ContainerLimits(0, 0, -1, 0))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("entries")
                .hasMessageContaining("entryBytes")
                .hasMessageContaining("totalBytes")
                .hasMessageContaining("dictionaryBytes");
    }

    private void assertRefused(byte[] content, String rule, String words) {
        assertThatThrownBy(() -> visits.read(content))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(rule)
                .hasMessageContaining(words);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

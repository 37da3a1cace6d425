package dk.borgerbro.digitalpost.memo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.borgerbro.core.error.Finding;
import dk.borgerbro.core.error.InvalidMessageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages of a size that no memory is needed for, and messages that would fill it. */
class MemoMemoryTest {
    private static final String XML = Written.text(OfficialExamples.minimum());
    private static final int MIB = 1024 * 1024;

    @Test
    void aMessageOf100MegabytesIsReadAndCheckedWithin64MebibytesOfHeap(@TempDir Path folder) throws Exception {
        Path printed = folder.resolve("printed");
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        assertThat(child.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(printed)).isEqualTo("75000000 [] 75000000");
    }

    private static LongStream hundredMegabytes() {
        int content = XML.indexOf("VGhp");
        return new LongStream(
                XML.substring(0, content),
                "AAECAwQFBgcICQoLDA0O\n",
                5_000_000,
                XML.substring(XML.indexOf("</memo:content>")));
    }

    /** Runs with little memory. */
    static final class Child {
        private Child() {}

        public static void main(String[] args) throws IOException {
            AtomicLong size = new AtomicLong();
            ReadMessage read = MemoReader.read(hundredMegabytes(), file -> Optional.of(new Counting(size)));
            MemoCheck check = MemoChecker.create().check(hundredMegabytes());
            System.out.print(size.get() + " " + read.findings() + " " + check.contentBytes());
        }
    }

    private record Counting(AtomicLong size) implements ContentTarget {
        @Override
        public java.io.OutputStream open() {
            return new java.io.OutputStream() {
                @Override
                public void write(int b) {
                    size.incrementAndGet();
                }

                @Override
                public void write(byte[] bytes, int offset, int length) {
                    size.addAndGet(length);
                }
            };
        }

        @Override
        public ContentSource content() {
            return ContentSource.of(new byte[0]);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "</memo:MessageHeader>|<memo:ReplyData/>",
                "</memo:MessageHeader>|<memo:ReplyData><memo:comment>xxxxxxxxxxxxxxxxxxxxxxxxxxxxx</memo:comment></memo:ReplyData>",
                "Pladsanvisning</memo:label>|xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
                "</memo:MainDocument>|<memo:File/>",
                "</memo:Sender>|<memo:ContactPoint><memo:ContactInfo/></memo:ContactPoint>"
            })
    void aMessageThatWouldFillTheMemoryIsRefused(String before, String piece) {
        int at = XML.indexOf(before);
        LongStream endless = new LongStream(XML.substring(0, at), piece, 1L << 40, "");
        InvalidMessageException refused =
                catchThrowableOfType(InvalidMessageException.class, () -> MemoReader.read(endless, ContentSink.skip()));
        assertThat(refused.failedChecks()).extracting(Finding::rule).containsExactly("XML-LIMIT");
        assertThat(endless.taken()).isLessThan(8L * MIB);
    }

    @ParameterizedTest
    @CsvSource({
        "<memo:Sender>, <memo:x/>",
        "<memo:Sender>, <memo:label>x</memo:label>",
        "<memo:Sender>, x",
        "<memo:Sender>, <memo:ReplyData/>",
    })
    void findingsAreBoundedAndSaySo(String before, String piece) throws IOException {
        int at = XML.indexOf(before);
        List<Finding> findings = MemoChecker.create()
                .check(new LongStream(XML.substring(0, at), piece, 40_000, XML.substring(at)))
                .findings();
        assertThat(findings).isNotEmpty().hasSizeLessThanOrEqualTo(1001);
        if (!"x".equals(piece)) {
            assertThat(findings.get(findings.size() - 1).rule()).isEqualTo("READ");
        }
    }
}

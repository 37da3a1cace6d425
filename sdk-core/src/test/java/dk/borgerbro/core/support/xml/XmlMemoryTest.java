package dk.borgerbro.core.support.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents without an end: each must be refused after a bounded number of bytes, or be read without piling up. */
class XmlMemoryTest {
    private static final XmlLimits LIMITS = XmlLimits.STREAM.withTotalBytes(1L << 40);

    /** Repeats a piece for ever and counts what was taken. */
    private static final class Endless extends InputStream {
        private final byte[] piece;
        private final long most;
        private long taken;

        Endless(String piece, long most) {
            this.piece = piece.getBytes(StandardCharsets.US_ASCII);
            this.most = most;
        }

        @Override
        public int read() {
            return taken == most ? -1 : piece[(int) (taken++ % piece.length)];
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            int read = 0;
            while (read < length) {
                int next = read();
                if (next < 0) {
                    return read == 0 ? -1 : read;
                }
                target[offset + read++] = (byte) next;
            }
            return read;
        }
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<r a='|x",
                "<r><!--|x",
                "<r><![CDATA[|x",
                "<r><?p |x",
                "<|r",
                "<r |a",
                "<r xmlns:a='|x",
                "<r>|<a>",
                "<!DOCTYPE |x",
                "<!DOCTYPE r [|<!ENTITY a 'b'>",
                "<!--|x",
                "<?xml version='1.0|0",
                "<r |' '"
            })
    void whatTheParserWouldHoldWholeIsRefusedEarly(String begin, String piece) {
        Endless endless = new Endless(piece, 1L << 30);
        XmlReadingException e = catchThrowableOfType(
                XmlReadingException.class,
                () -> XmlReader.read(
                        new SequenceInputStream(bytes(begin), endless), XmlNamespaces.none(), LIMITS, xml -> {
                            xml.skip();
                            return "";
                        }));
        assertThat(e).isNotNull();
        assertThat(endless.taken).isLessThan(3L << 20);
    }

    @Test
    void manyDifferentNamesAreRefused() {
        StringBuilder names = new StringBuilder("<r>");
        for (int i = 0; i < 5000; i++) {
            names.append("<n").append(i).append("/>");
        }
        XmlReadingException e = catchThrowableOfType(
                XmlReadingException.class,
                () -> XmlReader.read(bytes(names + "</r>"), XmlNamespaces.none(), LIMITS, xml -> {
                    xml.skip();
                    return "";
                }));
        assertThat(e.finding().message()).contains("different names");
    }

    @Test
    void longBase64PassesThroughInPieces() throws IOException {
        long size = 64L << 20;
        InputStream in = new SequenceInputStream(
                Collections.enumeration(List.of(bytes("<r>"), new Endless("QUJD", size), bytes("</r>"))));
        long[] largest = new long[1];
        long written = XmlReader.read(
                in,
                XmlNamespaces.none(),
                LIMITS,
                xml -> xml.base64(new OutputStream() {
                    @Override
                    public void write(int b) {}

                    @Override
                    public void write(byte[] content, int offset, int length) {
                        largest[0] = Math.max(largest[0], length);
                    }
                }));
        assertThat(written).isEqualTo(size / 4 * 3);
        assertThat(largest[0]).isLessThan(1 << 16);
    }

    @Test
    void theSizeOfADocumentIsLimited() {
        Endless endless = new Endless("<a/>", 1L << 30);
        XmlReadingException e = catchThrowableOfType(
                XmlReadingException.class,
                () -> SafeXml.document(
                        new SequenceInputStream(bytes("<r>"), endless), XmlLimits.TREE.withTotalBytes(1 << 20)));
        assertThat(e.finding().message()).contains("larger than the limit");
        assertThat(endless.taken).isLessThan(2 << 20);
    }
}

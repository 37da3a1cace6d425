package dk.borgerbro.digitalpost.internal.container;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.LZMAOutputStream;

/**
 * Compresses to the old {@code .lzma} form: header, one raw LZMA stream, end marker. Holds back the beginning until it knows which
 * settings fit. The dictionary in the header is the one that the agency's reader takes, whatever the encoder uses: a decoder only has to
 * remember more.
 */
final class LzmaOutput extends OutputStream {
    private static final int SAMPLE = 2 * 1024 * 1024;
    private static final int BUFFER = 64 * 1024;
    /** The agency's reader takes 4, 8, 16, 32, 64 and 128 MiB and nothing else. */
    private static final int ANNOUNCED_DICTIONARY = 8 * 1024 * 1024;

    private static final int HEADER = 13;
    private static final long UNKNOWN_SIZE = -1;

    private final OutputStream out;
    private byte @Nullable [] sample = new byte[SAMPLE];
    private int sampled;
    private @Nullable LZMAOutputStream lzma;

    /** Begins; the stream gets a buffer, because the encoder writes single bytes. */
    LzmaOutput(OutputStream out) {
        this.out = new BufferedOutputStream(out, BUFFER);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        byte[] begun = sample;
        if (begun == null) {
            encoder().write(bytes, offset, length);
            return;
        }
        int held = Math.min(length, SAMPLE - sampled);
        System.arraycopy(bytes, offset, begun, sampled, held);
        sampled += held;
        if (held < length) {
            begin(begun);
            encoder().write(bytes, offset + held, length - held);
        }
    }

    /** Does nothing: the format has no places to flush at. */
    @Override
    public void flush() {}

    /** Writes the end marker and flushes. */
    void finish() throws IOException {
        byte[] begun = sample;
        if (begun != null) {
            begin(begun);
        }
        encoder().finish();
        out.flush();
    }

    private void begin(byte[] begun) throws IOException {
        LZMA2Options options = LzmaSettings.fitting(begun, sampled).options();
        LZMAOutputStream encoder = new LZMAOutputStream(out, options, true);
        out.write(ByteBuffer.allocate(HEADER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) encoder.getProps())
                .putInt(ANNOUNCED_DICTIONARY)
                .putLong(UNKNOWN_SIZE)
                .array());
        encoder.write(begun, 0, sampled);
        lzma = encoder;
        sample = null;
    }

    private LZMAOutputStream encoder() {
        return Objects.requireNonNull(lzma);
    }
}

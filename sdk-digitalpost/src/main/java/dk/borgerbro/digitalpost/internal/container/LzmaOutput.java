package dk.borgerbro.digitalpost.internal.container;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * Compresses to the old {@code .lzma} form: header, one raw LZMA stream, end marker. Begins with both settings and goes on with the one
 * that fits. The dictionary in the header is one that the agency's reader takes, whatever the encoder uses: a decoder only has to remember
 * more.
 */
final class LzmaOutput extends OutputStream {
    /** Both settings are tried on so many bytes: some dozens of letters, and a small part of a container. */
    private static final int SAMPLE = 1024 * 1024;
    /** Smaller by a twentieth is worth the time. */
    private static final double WORTH = 0.95;

    /** The agency's reader takes 4, 8, 16, 32, 64 and 128 MiB and nothing else. */
    private static final int ANNOUNCED_DICTIONARY = 8 * 1024 * 1024;

    private static final int HEADER = 13;
    private static final long UNKNOWN_SIZE = -1;

    private final OutputStream out;
    private final LzmaTrial distinct;
    private @Nullable LzmaTrial repeating;
    private LzmaTrial chosen;
    private long sampled;

    /** Begins; the stream needs no buffer. */
    LzmaOutput(OutputStream out) throws IOException {
        this.out = out;
        this.distinct = new LzmaTrial(LzmaSettings.DISTINCT);
        this.repeating = new LzmaTrial(LzmaSettings.REPEATING);
        this.chosen = distinct;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        chosen.write(bytes, offset, length);
        LzmaTrial other = repeating;
        if (other != null) {
            other.write(bytes, offset, length);
            sampled += length;
            if (sampled >= SAMPLE) {
                choose(other);
            }
        }
    }

    /** Does nothing: the format has no places to flush at. */
    @Override
    public void flush() {}

    /** Writes the end marker and flushes. */
    void finish() throws IOException {
        chosen.finish();
        LzmaTrial other = repeating;
        if (other != null) {
            other.finish();
            choose(other);
        }
        out.flush();
    }

    private void choose(LzmaTrial other) throws IOException {
        chosen = other.size() < WORTH * distinct.size() ? other : distinct;
        repeating = null;
        out.write(ByteBuffer.allocate(HEADER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(chosen.properties())
                .putInt(ANNOUNCED_DICTIONARY)
                .putLong(UNKNOWN_SIZE)
                .array());
        chosen.release(out);
    }
}

package dk.borgerbro.digitalpost.internal.container;

import java.io.IOException;
import java.io.OutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.LZMAOutputStream;
import org.tukaani.xz.UnsupportedOptionsException;

/**
 * Two settings of the encoder, chosen by measurement ({@code benchmarks/README.md}). PDFs are compressed already, so that their base64
 * gives up a quarter and nothing more, however long the encoder looks for repeats: looking little and nearby costs a fifth of the
 * library's preset 3. Where letters share what is in them, such as fonts and pictures of a template, the repeats lie as far apart as
 * letters of the same alignment to base64, and finding them pays in size and in time.
 */
enum LzmaSettings {
    /** Looks back 256 KiB. */
    DISTINCT(256 * 1024),
    /** Looks back 2 MiB. */
    REPEATING(2 * 1024 * 1024);

    /** As long as the format has. */
    private static final int LONGEST_MATCH = LZMA2Options.NICE_LEN_MAX;
    /** Candidates looked at for each position. */
    private static final int DEPTH = 1;
    /** Smaller by a twentieth is worth the time. */
    private static final double WORTH = 0.95;

    private final int dictionary;

    LzmaSettings(int dictionary) {
        this.dictionary = dictionary;
    }

    LZMA2Options options() throws UnsupportedOptionsException {
        return new LZMA2Options(
                dictionary,
                LZMA2Options.LC_DEFAULT,
                LZMA2Options.LP_DEFAULT,
                LZMA2Options.PB_DEFAULT,
                LZMA2Options.MODE_FAST,
                LONGEST_MATCH,
                LZMA2Options.MF_HC4,
                DEPTH);
    }

    /** {@return the settings that fit what begins like this, by trying both} */
    static LzmaSettings fitting(byte[] sample, int length) throws IOException {
        if (length <= DISTINCT.dictionary) {
            return DISTINCT;
        }
        return REPEATING.size(sample, length) < WORTH * DISTINCT.size(sample, length) ? REPEATING : DISTINCT;
    }

    private long size(byte[] sample, int length) throws IOException {
        Counted counted = new Counted();
        LZMAOutputStream lzma = new LZMAOutputStream(counted, options(), true);
        lzma.write(sample, 0, length);
        lzma.finish();
        return counted.bytes;
    }

    private static final class Counted extends OutputStream {
        private long bytes;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] buffer, int offset, int length) {
            bytes += length;
        }
    }
}

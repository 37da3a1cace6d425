package dk.borgerbro.digitalpost.internal.container;

import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.UnsupportedOptionsException;

/**
 * Two settings of the encoder, chosen by measurement ({@code benchmarks/README.md}). PDFs are compressed already, so that their base64
 * gives up a quarter and nothing more, however long the encoder looks for repeats: hardly looking takes a quarter of the time of the
 * library's preset 3, and is smaller, because chance repeats cost more than the letters they stand for. Where letters share what is in
 * them, such as fonts and pictures of a template, the repeats lie as far apart as letters of the same alignment to base64, and finding
 * them pays in size and in time.
 */
enum LzmaSettings {
    /** Looks back 4 KiB, the least there is. */
    DISTINCT(LZMA2Options.DICT_SIZE_MIN),
    /** Looks back 2 MiB. */
    REPEATING(2 * 1024 * 1024);

    /** Candidates looked at for each position. */
    private static final int DEPTH = 1;

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
                LZMA2Options.NICE_LEN_MAX,
                LZMA2Options.MF_HC4,
                DEPTH);
    }
}

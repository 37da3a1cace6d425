package dk.borgerbro.digitalpost.internal.container;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.tukaani.xz.LZMAInputStream;
import org.tukaani.xz.XZIOException;

/** Opens what should be {@code .lzma}, and says what it is if it is something else. */
final class LzmaInput {
    private static final int BUFFER = 64 * 1024;
    private static final int HEADER = 13;
    private static final int MOST_PROPERTIES = 224;
    private static final int TAR_MAGIC_AT = 257;
    private static final byte[] TAR_MAGIC = "ustar".getBytes(StandardCharsets.US_ASCII);
    private static final List<Magic> MAGICS = List.of(
            new Magic("fd377a585a00", "is compressed as xz; use the older format, xz --format=lzma"),
            new Magic("1f8b", "is compressed as gzip; a container is compressed as lzma"),
            new Magic("425a68", "is compressed as bzip2; a container is compressed as lzma"),
            new Magic("28b52ffd", "is compressed as zstd; a container is compressed as lzma"),
            new Magic("504b0304", "is a zip file; a container is tar, compressed as lzma"),
            new Magic("efbbbf3c", "is XML; a single message is not a container"),
            new Magic("3c", "is XML; a single message is not a container"));

    private LzmaInput() {}

    /** {@return what was compressed} */
    static InputStream open(InputStream in, int mostDictionary) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, BUFFER);
        buffered.mark(BUFFER);
        byte[] start = buffered.readNBytes(TAR_MAGIC_AT + TAR_MAGIC.length);
        buffered.reset();
        refuseOtherFormats(start);
        ByteBuffer header = ByteBuffer.wrap(buffered.readNBytes(HEADER)).order(ByteOrder.LITTLE_ENDIAN);
        byte properties = header.get();
        int dictionary = header.getInt();
        long size = header.getLong();
        if (Integer.toUnsignedLong(dictionary) > mostDictionary) {
            throw new ContainerFault(
                    "LZMA-DICTIONARY",
                    "needs a dictionary of " + Integer.toUnsignedLong(dictionary) + " bytes; at most " + mostDictionary
                            + " are given");
        }
        try {
            return new LZMAInputStream(buffered, size, properties, dictionary);
        } catch (EOFException e) {
            throw cut();
        } catch (XZIOException e) {
            throw damaged();
        }
    }

    static ContainerFault damaged() {
        return new ContainerFault("LZMA-DATA", "is damaged; fetch or make it again");
    }

    static ContainerFault cut() {
        return new ContainerFault("TAR-END", "is cut off; fetch or make it again");
    }

    private static void refuseOtherFormats(byte[] start) throws ContainerFault {
        if (start.length == 0) {
            throw new ContainerFault("TAR-EMPTY", "is empty");
        }
        String hex = HexFormat.of().formatHex(start, 0, Math.min(start.length, HEADER));
        for (Magic magic : MAGICS) {
            if (hex.startsWith(magic.hex)) {
                throw new ContainerFault("LZMA-FORMAT", magic.meaning);
            }
        }
        int end = TAR_MAGIC_AT + TAR_MAGIC.length;
        if (start.length == end && Arrays.equals(start, TAR_MAGIC_AT, end, TAR_MAGIC, 0, TAR_MAGIC.length)) {
            throw new ContainerFault("LZMA-FORMAT", "is tar without compression; compress it as lzma");
        }
        if ((start[0] & 0xFF) > MOST_PROPERTIES) {
            throw new ContainerFault("LZMA-FORMAT", "is not compressed as lzma");
        }
        if (start.length < HEADER) {
            throw cut();
        }
    }

    /** How another format begins. */
    private record Magic(String hex, String meaning) {}
}

package dk.borgerbro.digitalpost.internal.container;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.LZMAOutputStream;

/** One encoder at work whose output is held back until it is known whether it is wanted. */
final class LzmaTrial {
    private static final int BUFFER = 64 * 1024;

    private final Target target = new Target();
    private final LZMAOutputStream lzma;

    LzmaTrial(LzmaSettings settings) throws IOException {
        lzma = new LZMAOutputStream(target, settings.options(), true);
    }

    void write(byte[] bytes, int offset, int length) throws IOException {
        lzma.write(bytes, offset, length);
    }

    /** Writes the end marker; what was let go is written to the last byte. */
    void finish() throws IOException {
        lzma.finish();
        if (target.out != null) {
            target.drain(target.out);
        }
    }

    /** {@return bytes held back so far; what the encoder has not decided yet is not among them} */
    int size() {
        return target.used;
    }

    /** {@return how a header names the settings of literals and positions} */
    byte properties() {
        return (byte) lzma.getProps();
    }

    /** Lets go of what was held back, and of all that follows. */
    void release(OutputStream out) throws IOException {
        target.drain(out);
        target.buffer = new byte[BUFFER];
        target.out = out;
    }

    /** The encoder writes single bytes, for which the buffers of the JDK take a lock each time. */
    private static final class Target extends OutputStream {
        private byte[] buffer = new byte[BUFFER];
        private int used;
        private @Nullable OutputStream out;

        @Override
        public void write(int b) throws IOException {
            if (used == buffer.length) {
                makeRoom();
            }
            buffer[used++] = (byte) b;
        }

        private void makeRoom() throws IOException {
            if (out == null) {
                buffer = Arrays.copyOf(buffer, buffer.length * 2);
            } else {
                drain(out);
            }
        }

        private void drain(OutputStream to) throws IOException {
            to.write(buffer, 0, used);
            used = 0;
        }
    }
}

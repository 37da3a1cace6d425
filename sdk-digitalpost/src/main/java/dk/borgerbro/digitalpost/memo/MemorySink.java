package dk.borgerbro.digitalpost.memo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** Keeps contents in memory, up to a limit. */
final class MemorySink implements ContentSink {
    private final long most;
    private long left;

    MemorySink(long most) {
        this.most = most;
        this.left = most;
    }

    @Override
    public Optional<ContentTarget> take(FileDescription file) {
        return Optional.of(new Target());
    }

    private final class Target implements ContentTarget {
        private final ByteArrayOutputStream content = new ByteArrayOutputStream();

        @Override
        public OutputStream open() {
            return new OutputStream() {
                @Override
                public void write(int b) throws IOException {
                    write(new byte[] {(byte) b}, 0, 1);
                }

                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    left -= length;
                    if (left < 0) {
                        throw new IOException(
                                "the files are larger than the " + most + " bytes that may be kept in memory");
                    }
                    content.write(bytes, offset, length);
                }
            };
        }

        @Override
        public ContentSource content() {
            return ContentSource.of(content.toByteArray());
        }
    }
}

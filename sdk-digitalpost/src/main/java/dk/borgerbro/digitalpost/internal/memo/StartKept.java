package dk.borgerbro.digitalpost.internal.memo;

import dk.borgerbro.digitalpost.memo.ContentSource;
import dk.borgerbro.digitalpost.memo.ContentTarget;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Takes the content of a file that is only checked, and keeps its first bytes. */
final class StartKept implements ContentTarget {
    private final ByteArrayOutputStream start = new ByteArrayOutputStream();

    @Override
    public OutputStream open() {
        return new OutputStream() {
            @Override
            public void write(int b) {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                start.write(bytes, offset, Math.min(length, FileStarts.LENGTH - start.size()));
            }
        };
    }

    @Override
    public ContentSource content() {
        return new Start(start.toByteArray());
    }

    /** Stands for the content. */
    static final class Start implements ContentSource {
        private final byte[] bytes;

        private Start(byte[] bytes) {
            this.bytes = bytes;
        }

        byte[] bytes() {
            return bytes;
        }

        @Override
        public InputStream open() throws IOException {
            throw new IOException("the content was only checked");
        }

        @Override
        public String toString() {
            return "ContentSource(absent)";
        }
    }
}

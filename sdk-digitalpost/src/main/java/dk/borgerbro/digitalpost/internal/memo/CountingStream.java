package dk.borgerbro.digitalpost.internal.memo;

import java.io.OutputStream;

/** Counts and forgets. */
final class CountingStream extends OutputStream {
    private long count;

    @Override
    public void write(int b) {
        count++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        count += length;
    }

    void add(long more) {
        count += more;
    }

    long count() {
        return count;
    }
}

package dk.borgerbro.core.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer under a limit of size, counted after decompression, and of time. Closing it does nothing: the pipeline frees
 * the connection. Not thread-safe.
 */
final class AnswerStream extends InputStream {
    /** Bytes that are read after the reader is done, so that the connection can be kept. */
    private static final int MOST_DRAINED = 8 * 1024;

    private final InputStream body;
    private final Clock clock;
    private final Instant deadline;
    private final long limit;
    private long left;
    private Trouble trouble = Trouble.NONE;

    AnswerStream(InputStream body, long limit, Clock clock, Instant deadline) {
        this.body = body;
        this.limit = limit;
        this.left = limit;
        this.clock = clock;
        this.deadline = deadline;
    }

    /** What stopped the stream, if anything did. */
    enum Trouble {
        /** Nothing. */
        NONE,
        /** The connection. */
        WIRE,
        /** More content than allowed. */
        TOO_LARGE,
        /** The time limit. */
        TOO_LATE,
        /** The calling thread was interrupted. */
        INTERRUPTED
    }

    Trouble trouble() {
        return trouble;
    }

    @Override
    public int read() throws IOException {
        check();
        int read = fromWire(null, 0, 0);
        if (read >= 0) {
            count(1);
        }
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        check();
        // One byte past the limit is asked for, so that content of exactly the limit passes.
        int wanted = (int) Math.min(length, left == Long.MAX_VALUE ? length : left + 1);
        int read = fromWire(buffer, offset, wanted);
        if (read > 0) {
            count(read);
        }
        return read;
    }

    /** Reads a small rest, so that the connection can be kept; what is wrong with it no longer matters. */
    void drain() {
        try {
            for (int i = 0; i < MOST_DRAINED && body.read() >= 0; i++) {
                // nothing to do with what nobody asked for
            }
        } catch (IOException e) {
            trouble = Trouble.WIRE;
        }
    }

    private int fromWire(byte @Nullable [] buffer, int offset, int length) throws IOException {
        try {
            return buffer == null ? body.read() : body.read(buffer, offset, length);
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted()) {
                trouble = Trouble.INTERRUPTED;
            } else {
                trouble = isLate() ? Trouble.TOO_LATE : Trouble.WIRE;
            }
            throw e;
        }
    }

    private void check() throws IOException {
        if (trouble != Trouble.NONE) {
            throw new IOException("the answer cannot be read further: " + trouble);
        }
        if (Thread.currentThread().isInterrupted()) {
            trouble = Trouble.INTERRUPTED;
            throw new InterruptedIOException("the calling thread was interrupted");
        }
        if (isLate()) {
            trouble = Trouble.TOO_LATE;
            throw new InterruptedIOException("the time limit for the answer ran out");
        }
    }

    private boolean isLate() {
        return !clock.instant().isBefore(deadline);
    }

    private void count(int read) throws IOException {
        left -= read;
        if (left < 0) {
            trouble = Trouble.TOO_LARGE;
            throw new IOException("the answer is larger than " + limit + " bytes");
        }
    }
}

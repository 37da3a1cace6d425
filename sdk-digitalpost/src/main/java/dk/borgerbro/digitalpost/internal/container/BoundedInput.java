package dk.borgerbro.digitalpost.internal.container;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZIOException;

/**
 * What comes out of the compression, with a limit to all of it and to the part that is read next. Knows the first failure, so that it
 * cannot get lost in whoever reads an entry.
 */
final class BoundedInput extends InputStream {
    private final InputStream in;
    private final long mostBytes;
    private long left;
    private long partLeft;
    private String partFault = "";
    private int leadingZeros;
    private boolean onlyZeros;
    private @Nullable IOException failure;

    BoundedInput(InputStream in, long mostBytes) {
        this.in = in;
        this.mostBytes = mostBytes;
        this.left = mostBytes;
        this.partLeft = mostBytes;
    }

    /** Begins a part, which must not be longer than this. */
    void beginPart(long most, String fault) {
        partLeft = most;
        partFault = fault;
        leadingZeros = 0;
        onlyZeros = true;
    }

    /** Lets the next part be as long as all of it. */
    void endPart() {
        partLeft = Long.MAX_VALUE;
    }

    /** {@return with how many zeros the part began, up to a bound} */
    int leadingZeros() {
        return leadingZeros;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        rethrow();
        int read;
        try {
            read = in.read(buffer, offset, length);
        } catch (EOFException e) {
            throw fail(LzmaInput.cut());
        } catch (XZIOException e) {
            throw fail(LzmaInput.damaged());
        } catch (IOException e) {
            throw fail(e);
        } catch (RuntimeException e) {
            // the decoder trips over damage that it does not look for
            throw fail(LzmaInput.damaged());
        }
        if (read > 0) {
            count(buffer, offset, read);
        }
        return read;
    }

    private void count(byte[] buffer, int offset, int read) throws IOException {
        left -= read;
        partLeft -= read;
        if (left < 0) {
            throw fail(new ContainerFault("TAR-LIMIT", "unpacks to more than " + mostBytes + " bytes"));
        }
        if (partLeft < 0) {
            throw fail(new ContainerFault("TAR-LIMIT", partFault));
        }
        for (int i = offset; onlyZeros && i < offset + read; i++) {
            onlyZeros = buffer[i] == 0 && leadingZeros < Integer.MAX_VALUE;
            leadingZeros += onlyZeros ? 1 : 0;
        }
    }

    /** Reads, so that it counts and cannot be skipped past the end. */
    @Override
    public long skip(long count) throws IOException {
        byte[] buffer = new byte[(int) Math.min(Math.max(count, 0), 8192)];
        long skipped = 0;
        while (skipped < count) {
            int read = read(buffer, 0, (int) Math.min(buffer.length, count - skipped));
            if (read < 0) {
                break;
            }
            skipped += read;
        }
        return skipped;
    }

    /** {@return the failure, remembered} */
    IOException fail(IOException e) {
        if (failure == null) {
            failure = e;
        }
        return failure;
    }

    /** Throws what failed before, if anything did. */
    void rethrow() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }
}

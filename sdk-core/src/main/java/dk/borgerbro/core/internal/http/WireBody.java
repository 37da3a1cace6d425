package dk.borgerbro.core.internal.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of an answer; its failures say what happened in our words. */
final class WireBody extends FilterInputStream {
    private final Watch.Guard guard;
    private boolean atEnd;

    WireBody(InputStream wire, Watch.Guard guard) {
        super(wire);
        this.guard = guard;
    }

    boolean isAtEnd() {
        return atEnd;
    }

    @Override
    public int read() throws IOException {
        try {
            int read = super.read();
            atEnd |= read < 0;
            return read;
        } catch (IOException e) {
            throw TransportFault.whileReading(e, guard.reason());
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            int read = super.read(buffer, offset, length);
            atEnd |= read < 0;
            return read;
        } catch (IOException e) {
            throw TransportFault.whileReading(e, guard.reason());
        }
    }
}

package dk.borgerbro.core.internal.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of an answer; its failures say what happened in our words. */
final class WireBody extends FilterInputStream {
    private final Watch.Guard guard;

    WireBody(InputStream wire, Watch.Guard guard) {
        super(wire);
        this.guard = guard;
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (IOException e) {
            throw TransportFault.whileReading(e, guard.reason());
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            return super.read(buffer, offset, length);
        } catch (IOException e) {
            throw TransportFault.whileReading(e, guard.reason());
        }
    }
}

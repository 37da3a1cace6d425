package dk.borgerbro.digitalpost.memo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Messages as bytes, for tests. */
final class Written {
    private Written() {}

    static byte[] bytes(Message message) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            MemoWriter.write(message, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static String text(Message message) {
        return new String(bytes(message), StandardCharsets.UTF_8);
    }
}

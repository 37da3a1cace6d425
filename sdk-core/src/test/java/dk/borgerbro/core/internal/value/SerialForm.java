package dk.borgerbro.core.internal.value;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;

/** Java serialization, honest and tampered with. */
public final class SerialForm {
    private SerialForm() {}

    public static Object roundTrip(Object value) throws IOException, ClassNotFoundException {
        return read(write(value));
    }

    /** Replaces text in the stream by another of the same length, as somebody who may write the stream can. */
    public static Object tampered(Object value, String from, String to) throws IOException, ClassNotFoundException {
        String bytes = new String(write(value), StandardCharsets.ISO_8859_1);
        String changed = bytes.replace(from, to);
        if (changed.equals(bytes) || from.length() != to.length()) {
            throw new IllegalArgumentException("nothing was replaced");
        }
        return read(changed.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] write(Object value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        return bytes.toByteArray();
    }

    private static Object read(byte[] bytes) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return in.readObject();
        }
    }
}

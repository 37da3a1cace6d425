package dk.borgerbro.eid;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The files beside {@code login/README.md}. */
public final class TestFiles {
    private TestFiles() {}

    public static byte[] bytes(String name) {
        try (InputStream in = TestFiles.class.getResourceAsStream("/login/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }
}

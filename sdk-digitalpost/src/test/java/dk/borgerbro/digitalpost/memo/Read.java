package dk.borgerbro.digitalpost.memo;

import dk.borgerbro.core.error.Severity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Messages from bytes, for tests. */
final class Read {
    /** The documents of the official examples are texts that say they are PDFs; FileTypesTest looks at all of V18. */
    static final FileTypes NAMES_ONLY = FileTypes.of(FileTypes.defaults().types().stream()
            .map(type -> new FileType(type.mediaType(), type.extensions(), List.of()))
            .toList());

    private static final MemoChecker CHECKER = MemoChecker.of(MemoValidator.forSending()
            .withMandatoryPost(true)
            .withLegalNotification(true)
            .withFileTypes(NAMES_ONLY, Severity.WARNING));

    private Read() {}

    static ReadMessage bytes(byte[] xml) {
        try {
            return MemoReader.read(new ByteArrayInputStream(xml), ContentSink.inMemory(10_000_000));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ReadMessage text(String xml) {
        return bytes(xml.getBytes(StandardCharsets.UTF_8));
    }

    static MemoCheck check(byte[] xml) {
        try {
            return CHECKER.check(new ByteArrayInputStream(xml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static MemoCheck check(String xml) {
        return check(xml.getBytes(StandardCharsets.UTF_8));
    }

    /** {@return an official example} */
    static byte[] sample(String name) {
        try (InputStream in = Read.class.getResourceAsStream("/memo/samples/" + name)) {
            return Objects.requireNonNull(in).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

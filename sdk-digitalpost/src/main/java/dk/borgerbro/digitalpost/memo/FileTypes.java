package dk.borgerbro.digitalpost.memo;

import dk.borgerbro.core.error.CallReference;
import dk.borgerbro.core.error.Finding;
import dk.borgerbro.core.error.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * The types of files that may be sent (rule V18). The agency has a list (da: Tilladte filtyper i Digital Post) that is not openly
 * published, so the default is a guess and the list can be replaced by the caller. Immutable and thread-safe.
 *
 * <pre>{@code
 * MemoValidator.forSending().withFileTypes(FileTypes.parse(Files.readString(list)), Severity.ERROR);
 * }</pre>
 */
public final class FileTypes {
    private static final int MOST_TYPES = 10_000;

    private final List<FileType> types;

    private FileTypes(List<FileType> types) {
        this.types = types;
    }

    /** {@return the types seen in use and those that offices commonly send} */
    public static FileTypes defaults() {
        try (InputStream in = Objects.requireNonNull(FileTypes.class.getResourceAsStream("file-types.txt"))) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return a list of types; where two have the same name, the first counts} */
    public static FileTypes of(List<FileType> types) {
        return new FileTypes(List.copyOf(types));
    }

    /**
     * {@return a list from its text: one type per line, which are media type, extensions and beginnings with {@code ;} between them, as
     * {@link Beginning#of} takes them; empty lines and lines that begin with {@code #} are left out}
     *
     * <pre>{@code
     * application/pdf ; pdf      ; 255044462d@1019
     * text/html       ; html htm ; markup
     * }</pre>
     *
     * @throws InvalidInputException naming every line that has another form
     */
    public static FileTypes parse(String text) {
        List<FileType> types = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        List<String> lines = text.lines().limit(MOST_TYPES).toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && line.charAt(0) != '#') {
                try {
                    types.add(FileType.ofLine(line));
                } catch (InvalidInputException e) {
                    String path = "line " + (i + 1);
                    e.findings().forEach(f -> findings.add(Finding.error("VALUE", path, f.message())));
                }
            }
        }
        if (!findings.isEmpty()) {
            throw new InvalidInputException(CallReference.local("digitalpost", "read file types"), findings);
        }
        return of(types);
    }

    /** {@return all types, in their order} */
    public List<FileType> types() {
        return types;
    }

    /** {@return the type of that name; parameters such as a charset are left out, and case does not matter} */
    public Optional<FileType> find(String mediaType) {
        int end = mediaType.indexOf(';');
        String name =
                (end < 0 ? mediaType : mediaType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        return types.stream().filter(type -> type.mediaType().equals(name)).findFirst();
    }

    /**
     * {@return the first type that speaks for itself in the first bytes of a file; text and markup are everybody's and are not
     * recognised}
     *
     * @param start up to 1,024 bytes
     */
    public Optional<FileType> recognise(byte[] start) {
        return types.stream().filter(type -> type.isRecognised(start)).findFirst();
    }
}

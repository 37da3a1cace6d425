package dk.borgerbro.digitalpost.memo;

import dk.borgerbro.core.error.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One type of file: what it is called and how it begins.
 *
 * @param mediaType in small letters, without parameters, such as {@code application/pdf}
 * @param extensions of file names, in small letters and without the dot, the usual one first; at least one
 * @param beginnings how such a file may begin, one of them is enough; empty if nothing is known
 */
public record FileType(String mediaType, List<String> extensions, List<Beginning> beginnings) {
    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+-]+");
    private static final Pattern EXTENSION = Pattern.compile("[a-z0-9]{1,16}");

    /**
     * Checks and copies.
     *
     * @throws InvalidInputException if a name has another form
     */
    public FileType {
        mediaType = mediaType.toLowerCase(Locale.ROOT);
        extensions = extensions.stream().map(e -> e.toLowerCase(Locale.ROOT)).toList();
        beginnings = List.copyOf(beginnings);
        if (!MEDIA_TYPE.matcher(mediaType).matches()) {
            throw InvalidInputException.ofValue("FileType", "needs a media type such as application/pdf");
        }
        if (extensions.isEmpty()
                || !extensions.stream().allMatch(e -> EXTENSION.matcher(e).matches())) {
            throw InvalidInputException.ofValue("FileType", "needs extensions such as pdf, without the dot");
        }
    }

    /**
     * {@return a type from its line, as in {@link FileTypes#parse}}
     *
     * @throws InvalidInputException if the line has another form
     */
    static FileType ofLine(String line) {
        String[] parts = line.split(";", -1);
        if (parts.length != 3) {
            throw InvalidInputException.ofValue(
                    "FileType", "needs media type, extensions and beginnings, with ; between");
        }
        List<Beginning> beginnings = new ArrayList<>();
        for (String word : words(parts[2])) {
            beginnings.add(Beginning.of(word));
        }
        return new FileType(parts[0].strip(), words(parts[1]), beginnings);
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }

    /**
     * {@return whether a file may be of this type, by its first bytes}
     *
     * @param start up to 1,024 bytes
     */
    public boolean beginsLike(byte[] start) {
        return beginnings.isEmpty() || beginnings.stream().anyMatch(b -> b.matches(start));
    }

    /** {@return whether first bytes speak for this type, and not only do not speak against it} */
    boolean isRecognised(byte[] start) {
        return beginnings.stream().anyMatch(b -> b.isTelling() && b.matches(start));
    }
}

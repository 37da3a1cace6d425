package dk.borgerbro.digitalpost.internal.memo;

import dk.borgerbro.core.error.Finding;
import dk.borgerbro.core.error.Severity;
import dk.borgerbro.digitalpost.memo.File;
import dk.borgerbro.digitalpost.memo.FileType;
import dk.borgerbro.digitalpost.memo.FileTypes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Rule V18: the media type is known, and name and first bytes of the file agree with it. */
final class FileTypeRules {
    private final FileTypes types;
    private final Severity severity;
    private final FileStarts starts;
    private final List<Finding> findings;

    FileTypeRules(FileTypes types, Severity severity, FileStarts starts, List<Finding> findings) {
        this.types = types;
        this.severity = severity;
        this.starts = starts;
        this.findings = findings;
    }

    /**
     * Checks a file.
     *
     * @param path of the file's element
     */
    void check(String path, File file) {
        if (file.encodingFormat().isBlank()) {
            return; // V08
        }
        Optional<FileType> known = types.find(file.encodingFormat());
        if (known.isEmpty()) {
            report(path + "/encodingFormat", "is not among the types of files that may be sent");
            return;
        }
        FileType type = known.get();
        if (!file.filename().isBlank() && !type.extensions().contains(extension(file.filename()))) {
            report(
                    path + "/filename",
                    "does not end as files of type " + type.mediaType() + " do; end it in ."
                            + type.extensions().get(0));
        }
        starts.of(file)
                .filter(start -> start.length > 0 && !type.beginsLike(start))
                .ifPresent(start -> {
                    String seen = types.recognise(start)
                            .map(other -> " but like one of type " + other.mediaType())
                            .orElse("");
                    report(
                            path + "/content",
                            "does not begin like a file of type " + type.mediaType() + seen + "; name its type");
                });
    }

    private static String extension(String filename) {
        return filename.substring(filename.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private void report(String path, String message) {
        findings.add(new Finding("V18", severity, path, message));
    }
}

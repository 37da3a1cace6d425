package dk.borgerbro.digitalpost.memo;

import dk.borgerbro.core.error.Finding;
import dk.borgerbro.digitalpost.internal.memo.FilenameRepair;
import java.util.List;

/**
 * A file name that Digital Post takes (rule V11), made of one that it may not take, such as a subject line.
 *
 * <pre>{@code
 * SafeFilename.of("Svar: ja/nej?.pdf").name();   // Svar_ ja_nej_.pdf
 * }</pre>
 *
 * @param name what {@link MemoValidator} lets pass; the proposed name itself if that does
 * @param findings warnings about what was changed and why, by rule; empty if nothing was. Never with a value
 */
public record SafeFilename(String name, List<Finding> findings) {
    /** Copies the findings. */
    public SafeFilename {
        findings = List.copyOf(findings);
    }

    /**
     * {@return a name without forbidden characters: those become {@code _} (spaces and line breaks of any kind a space), a name of more than
     * 256 characters is cut before its extension, and a blank one becomes {@code dokument}}
     *
     * @param proposed any text
     */
    public static SafeFilename of(String proposed) {
        return FilenameRepair.repair(proposed);
    }

    /** Prints no name: names of files name people. */
    @Override
    public String toString() {
        return "SafeFilename" + findings;
    }
}

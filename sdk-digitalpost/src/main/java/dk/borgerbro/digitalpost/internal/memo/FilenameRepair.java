package dk.borgerbro.digitalpost.internal.memo;

import dk.borgerbro.core.error.Finding;
import dk.borgerbro.digitalpost.memo.SafeFilename;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** Makes file names that pass V06, V08, V11 and XML. */
public final class FilenameRepair {
    private static final String PATH = "/File/filename";
    private static final String NAMELESS = "dokument";
    private static final int LONGEST_EXTENSION = 17;

    private FilenameRepair() {}

    /** {@return a name that may be sent, and what was changed} */
    public static SafeFilename repair(String proposed) {
        List<Finding> findings = new ArrayList<>();
        String name = withoutForbidden(proposed, findings);
        if (name.isBlank() || (name.charAt(0) == '.' && extensionStart(name) == 0)) {
            findings.add(Finding.warning("V08", PATH, "was blank, and got a name"));
            name = NAMELESS + name.strip();
        }
        int longest = TextKind.FILENAME.longest();
        int length = name.codePointCount(0, name.length());
        if (length > longest) {
            findings.add(Finding.warning("V06", PATH, "had " + length + " characters and was cut to " + longest));
            name = cut(name, longest);
        }
        return new SafeFilename(name, findings);
    }

    private static String withoutForbidden(String proposed, List<Finding> findings) {
        StringBuilder name = new StringBuilder();
        TreeSet<Integer> replaced = new TreeSet<>();
        proposed.codePoints().forEach(c -> {
            boolean forbidden = FilenameCharacters.isForbidden(c) || !isXml(c) || Character.isISOControl(c);
            if (forbidden) {
                replaced.add(c);
            }
            name.appendCodePoint(!forbidden ? c : isSpace(c) ? ' ' : '_');
        });
        for (int c : replaced) {
            findings.add(Finding.warning(
                    "V11",
                    PATH,
                    String.format(Locale.ROOT, "held U+%04X, which file names must not; it was replaced", c)));
        }
        return name.toString();
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x2060;
    }

    /** XML 1.0, production 2. */
    private static boolean isXml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }

    private static String cut(String name, int longest) {
        String extension = name.substring(extensionStart(name));
        int keep = longest - extension.codePointCount(0, extension.length());
        return name.substring(0, name.offsetByCodePoints(0, keep)) + extension;
    }

    /** {@return where the extension begins with its dot, the end of the name if there is none} */
    private static int extensionStart(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 || name.length() - dot > LONGEST_EXTENSION || name.indexOf(' ', dot) >= 0 ? name.length() : dot;
    }
}

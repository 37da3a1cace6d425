package dk.borgerbro.digitalpost.internal.memo;

import dk.borgerbro.core.error.Finding;
import dk.borgerbro.digitalpost.memo.File;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Checks each text and each content of a message and knows where it stands. */
final class CheckSink implements MemoSink {
    private final List<Finding> findings;
    private final FileSizes sizes;
    private final FileTypeRules types;
    private final TextRules rules;
    private final Deque<String> open = new ArrayDeque<>();

    CheckSink(FileSizes sizes, FileTypeRules types, List<Finding> findings) {
        this.sizes = sizes;
        this.types = types;
        this.findings = findings;
        this.rules = new TextRules(findings);
        open.addLast("/Message");
    }

    @Override
    public void element(String name, int index, Body body) throws IOException {
        open.addLast(path(name) + (index == 0 ? "" : "[" + index + "]"));
        body.feed();
        open.removeLast();
    }

    @Override
    public void text(String name, TextKind kind, @Nullable String value) {
        if (value != null) {
            rules.check(path(name), kind, value);
        }
    }

    @Override
    public void content(String name, File file) {
        types.check(open.getLast(), file);
        OptionalLong size;
        try {
            size = sizes.of(file);
        } catch (IOException e) {
            findings.add(Finding.error(
                    "V17", path(name), "cannot be read (" + e.getClass().getSimpleName() + "); is the file there?"));
            return;
        }
        if (size.isPresent() && size.getAsLong() == 0) {
            findings.add(Finding.error("V17", path(name), "is empty; give the document's content"));
        }
    }

    private String path(String name) {
        return open.getLast() + "/" + name.substring(name.indexOf(':') + 1);
    }
}

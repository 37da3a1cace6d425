package dk.borgerbro.digitalpost.internal.memo;

import dk.borgerbro.digitalpost.memo.ContentSource;
import java.io.IOException;
import java.io.InputStream;

/** The content of a file that was read and not kept. */
record AbsentContent(String why) implements ContentSource {
    @Override
    public InputStream open() throws IOException {
        throw new IOException("the content " + why);
    }

    @Override
    public String toString() {
        return "ContentSource(absent)";
    }
}

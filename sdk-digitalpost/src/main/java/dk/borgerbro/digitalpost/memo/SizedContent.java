package dk.borgerbro.digitalpost.memo;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/** A source whose size the caller knows. */
record SizedContent(long bytes, ContentSource source) implements ContentSource {
    SizedContent {
        if (bytes < 0) {
            throw new IllegalArgumentException("the size of content must not be negative");
        }
    }

    @Override
    public InputStream open() throws IOException {
        return source.open();
    }

    @Override
    public OptionalLong size() {
        return OptionalLong.of(bytes);
    }

    @Override
    public String toString() {
        return "ContentSource(" + bytes + " bytes)";
    }
}

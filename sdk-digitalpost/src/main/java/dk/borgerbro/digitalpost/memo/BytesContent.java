package dk.borgerbro.digitalpost.memo;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A small content that lies in memory; equal by content. */
final class BytesContent implements ContentSource {
    private final byte[] content;

    BytesContent(byte[] content) {
        this.content = content;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(content);
    }

    @Override
    public OptionalLong size() {
        return OptionalLong.of(content.length);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BytesContent bytes && Arrays.equals(bytes.content, content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return "ContentSource(" + content.length + " bytes)";
    }
}

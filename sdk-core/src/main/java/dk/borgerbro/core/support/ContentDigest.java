package dk.borgerbro.core.support;

import dk.borgerbro.core.http.HttpBody;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of content in lower-case hex, as the journal keeps it; the content streams through and is never held whole. */
public final class ContentDigest {
    private ContentDigest() {}

    /**
     * {@return the digest of what a repeatable body writes}
     *
     * @throws IOException if the body cannot be read
     * @throws IllegalArgumentException if the body could not be written a second time, for sending
     */
    public static String of(HttpBody body) throws IOException {
        if (!body.isRepeatable()) {
            throw new IllegalArgumentException("digesting would use up a body that is not repeatable");
        }
        MessageDigest digest = sha256();
        try (OutputStream sink = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            body.writeTo(sink);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * {@return the digest of the rest of a stream, which is left open}
     *
     * @throws IOException if it cannot be read
     */
    public static String of(InputStream content) throws IOException {
        MessageDigest digest = sha256();
        OutputStream sink = new DigestOutputStream(OutputStream.nullOutputStream(), digest);
        content.transferTo(sink);
        return HexFormat.of().formatHex(digest.digest());
    }

    /** {@return the digest of bytes} */
    public static String of(byte[] content) {
        return HexFormat.of().formatHex(sha256().digest(content));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

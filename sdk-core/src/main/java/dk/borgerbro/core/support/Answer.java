package dk.borgerbro.core.support;

import dk.borgerbro.core.error.CallReference;
import dk.borgerbro.core.http.HttpHeaders;
import java.io.InputStream;

/**
 * An answer while it is read: lives only inside the reader that it is given to.
 *
 * @param status HTTP status
 * @param headers header fields
 * @param body content after decompression, limited in size and time; reading past the limit fails with an IOException
 * @param call what to quote in an error about this answer
 */
public record Answer(int status, HttpHeaders headers, InputStream body, CallReference call) {
    /** Creates an answer that belongs to no call, for tests of readers. */
    public Answer(int status, HttpHeaders headers, InputStream body) {
        this(status, headers, body, CallReference.local("answer", "read"));
    }

    @Override
    public String toString() {
        return "Answer(" + status + ")";
    }
}

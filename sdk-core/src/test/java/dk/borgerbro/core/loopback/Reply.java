package dk.borgerbro.core.loopback;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** What the server does after it has read a request. Returns whether the connection stays open. */
@FunctionalInterface
public interface Reply {
    boolean to(ReceivedRequest request, OutputStream out) throws IOException, InterruptedException;

    static Reply ok(String body) {
        return of(200, body);
    }

    static Reply of(int status, String body, String... headers) {
        return bytes(status, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    static Reply bytes(int status, byte[] body, String... headers) {
        StringBuilder head =
                new StringBuilder("HTTP/1.1 " + status + " Said\r\nContent-Length: " + body.length + "\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return (request, out) -> {
            out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
            head.setLength(head.length() - 2);
            out.write(body);
            out.flush();
            return true;
        };
    }

    static Reply gzip(byte[] body) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(body);
        }
        return bytes(200, packed.toByteArray(), "Content-Encoding: gzip");
    }

    /** Writes exactly this and hangs up. */
    static Reply raw(String text) {
        return (request, out) -> {
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return false;
        };
    }

    /** Hangs up without a word. */
    static Reply drop() {
        return (request, out) -> false;
    }

    /** Says nothing until the client hangs up or the server is closed. */
    static Reply silence() {
        return (request, out) -> {
            Thread.sleep(60_000);
            return false;
        };
    }

    /** Sends a head and then a byte every so often, without end. */
    static Reply trickle(String head, long everyMillis) {
        return (request, out) -> {
            out.write(head.getBytes(StandardCharsets.ISO_8859_1));
            while (true) {
                out.write('x');
                out.flush();
                Thread.sleep(everyMillis);
            }
        };
    }
}

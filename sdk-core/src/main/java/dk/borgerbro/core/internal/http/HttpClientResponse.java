package dk.borgerbro.core.internal.http;

import dk.borgerbro.core.http.HttpHeaders;
import dk.borgerbro.core.http.RawResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Locale;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/** An answer of HttpClient. */
final class HttpClientResponse implements RawResponse {
    private final ClassicHttpResponse response;
    private final Cancellable request;
    private final Watch.Guard guard;
    private final HttpHeaders headers;
    private @Nullable WireBody wire;
    private @Nullable InputStream body;

    HttpClientResponse(ClassicHttpResponse response, Cancellable request, Watch.Guard guard) {
        this.response = response;
        this.request = request;
        this.guard = guard;
        this.headers = copy(response);
    }

    @Override
    public int status() {
        return response.getCode();
    }

    @Override
    public HttpHeaders headers() {
        return headers;
    }

    @Override
    public InputStream body() throws IOException {
        InputStream open = body;
        if (open == null) {
            open = open();
            body = open;
        }
        return open;
    }

    /** HttpClient reads an answer to its end when it is closed, however long that takes; so an unfinished one is cut first. */
    @Override
    public void close() throws IOException {
        boolean unfinished = response.getEntity() != null && (wire == null || !wire.isAtEnd());
        try {
            if (unfinished) {
                request.cancel();
            }
            response.close();
        } catch (IOException e) {
            if (!unfinished) {
                throw e;
            }
        } finally {
            guard.end();
        }
    }

    private InputStream open() throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return InputStream.nullInputStream();
        }
        WireBody opened = new WireBody(entity.getContent(), guard);
        wire = opened;
        String coding = headers.first("Content-Encoding").orElse("").strip().toLowerCase(Locale.ROOT);
        return switch (coding) {
            case "", "identity" -> opened;
            case "gzip", "x-gzip" -> new GzipBody(opened);
            default -> throw new IOException("the answer has a content coding that was not asked for");
        };
    }

    private static HttpHeaders copy(ClassicHttpResponse response) {
        HttpHeaders.Builder copy = HttpHeaders.builder();
        for (Iterator<Header> fields = response.headerIterator(); fields.hasNext(); ) {
            Header field = fields.next();
            String value = field.getValue() == null ? "" : field.getValue();
            // A field outside RFC 9110 is of no use to anybody and no reason to lose the answer.
            if (HttpHeaders.isField(field.getName(), value)) {
                copy.add(field.getName(), value);
            }
        }
        return copy.build();
    }
}

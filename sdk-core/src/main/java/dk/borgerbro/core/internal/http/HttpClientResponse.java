package dk.borgerbro.core.internal.http;

import dk.borgerbro.core.http.HttpHeaders;
import dk.borgerbro.core.http.RawResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Locale;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/** An answer of HttpClient. */
final class HttpClientResponse implements RawResponse {
    private final ClassicHttpResponse response;
    private final Watch.Guard guard;
    private final HttpHeaders headers;
    private @Nullable InputStream body;

    HttpClientResponse(ClassicHttpResponse response, Watch.Guard guard) {
        this.response = response;
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

    @Override
    public void close() throws IOException {
        guard.end();
        response.close();
    }

    private InputStream open() throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return InputStream.nullInputStream();
        }
        InputStream wire = new WireBody(entity.getContent(), guard);
        String coding = headers.first("Content-Encoding").orElse("").strip().toLowerCase(Locale.ROOT);
        return switch (coding) {
            case "", "identity" -> wire;
            case "gzip", "x-gzip" -> new GzipBody(wire);
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

package dk.borgerbro.core.support;

import dk.borgerbro.core.http.HttpBody;
import dk.borgerbro.core.http.HttpHeaders;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One call as a client describes it to the {@link CallPipeline}: what, where, with which content, and how its answer is read. Immutable.
 *
 * @param <T> what the answer becomes
 */
public final class ServiceCall<T> {
    private final String operation;
    private final CallKind kind;
    private final String method;
    private final URI path;
    private final HttpHeaders headers;
    private final @Nullable HttpBody body;
    private final AnswerReader<T> reader;
    private final boolean download;

    private ServiceCall(Builder<T> builder) {
        this.operation = builder.operation;
        this.kind = builder.kind;
        this.method = builder.method;
        this.path = requireBelow(URI.create(builder.path.toString()));
        this.headers = builder.headers;
        this.body = builder.body;
        this.reader = builder.reader;
        this.download = builder.download;
    }

    /**
     * {@return a builder}
     *
     * @param operation short name for messages, events and metrics, such as {@code send}
     * @param kind what may be done if it fails
     * @param method such as {@code POST}
     * @param path relative to the environment's address, without a leading slash, already encoded
     * @param reader reads an answer of 2xx
     */
    public static <T> Builder<T> builder(
            String operation, CallKind kind, String method, String path, AnswerReader<T> reader) {
        return new Builder<>(operation, kind, method, path, reader);
    }

    /** {@return short name of the operation} */
    public String operation() {
        return operation;
    }

    /** {@return what may be done if it fails} */
    public CallKind kind() {
        return kind;
    }

    /** {@return the HTTP method} */
    public String method() {
        return method;
    }

    /** {@return path and query, relative to the environment's address} */
    public URI path() {
        return path;
    }

    /** {@return header fields of this call} */
    public HttpHeaders headers() {
        return headers;
    }

    /** {@return the content, if there is any} */
    public Optional<HttpBody> body() {
        return Optional.ofNullable(body);
    }

    /** {@return reads an answer of 2xx} */
    public AnswerReader<T> reader() {
        return reader;
    }

    /** {@return whether the answer is large: read under the download limit, without a limit of size} */
    public boolean isDownload() {
        return download;
    }

    @Override
    public String toString() {
        return "ServiceCall(" + operation + ")";
    }

    /** A path that led elsewhere would carry the token there. */
    private static URI requireBelow(URI path) {
        String raw = path.getRawPath();
        boolean leadsOut = path.isAbsolute()
                || path.getRawAuthority() != null
                || path.getRawFragment() != null
                || raw.startsWith("/")
                || List.of(raw.split("/")).contains("..");
        if (leadsOut) {
            throw new IllegalArgumentException("the path of a call must lie below the environment's address");
        }
        return path;
    }

    /** Builds a {@link ServiceCall}. Not thread-safe. */
    public static final class Builder<T> {
        private final String operation;
        private final CallKind kind;
        private final String method;
        private final StringBuilder path;
        private final AnswerReader<T> reader;
        private HttpHeaders headers = HttpHeaders.empty();
        private @Nullable HttpBody body;
        private boolean download;

        private Builder(String operation, CallKind kind, String method, String path, AnswerReader<T> reader) {
            this.operation = operation;
            this.kind = kind;
            this.method = method;
            this.path = new StringBuilder(path);
            this.reader = reader;
        }

        /** Adds a query parameter, encoding its value. Never one that holds personal data if the service offers another way. */
        public Builder<T> query(String name, String value) {
            path.append(path.indexOf("?") < 0 ? '?' : '&')
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
            return this;
        }

        /** Adds a header field. */
        public Builder<T> header(String name, String value) {
            headers = headers.plus(name, value);
            return this;
        }

        /** Sets the content. */
        public Builder<T> body(HttpBody body) {
            this.body = body;
            return this;
        }

        /** Expects a large answer: {@code Timeouts.download} limits its reading, and no limit of size does. */
        public Builder<T> download() {
            this.download = true;
            return this;
        }

        /**
         * {@return the call}
         *
         * @throws IllegalArgumentException if the path leads out of the environment's address
         */
        public ServiceCall<T> build() {
            return new ServiceCall<>(this);
        }
    }
}

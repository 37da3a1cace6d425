package dk.borgerbro.digitalpost;

import dk.borgerbro.core.config.ClientSettings;
import dk.borgerbro.core.config.ServiceEnvironment;
import dk.borgerbro.core.credential.KeySource;
import dk.borgerbro.core.http.HttpCall;
import dk.borgerbro.core.http.HttpHeaders;
import dk.borgerbro.core.http.HttpTransport;
import dk.borgerbro.core.http.RawResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers that no honest service gives, without a network. */
final class ScriptedTransport implements HttpTransport, HttpTransport.Factory {
    private final Deque<Step> script = new ArrayDeque<>();
    private final List<HttpCall> calls = new ArrayList<>();
    private final List<byte[]> bodies = new ArrayList<>();
    private boolean closed;

    ScriptedTransport answer(int status, String body) {
        script.add(() -> new Scripted(status, body));
        return this;
    }

    ScriptedTransport fail(IOException fault) {
        script.add(() -> {
            throw fault;
        });
        return this;
    }

    List<HttpCall> calls() {
        return calls;
    }

    List<byte[]> bodies() {
        return bodies;
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public HttpTransport open(ServiceEnvironment environment, @Nullable KeySource key, ClientSettings settings) {
        return this;
    }

    @Override
    public RawResponse execute(HttpCall call) throws IOException {
        calls.add(call);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (call.body().isPresent()) {
            call.body().get().writeTo(body);
        }
        bodies.add(body.toByteArray());
        Step step = script.poll();
        if (step == null) {
            throw new IOException("the script has ended");
        }
        return step.play();
    }

    @Override
    public void close() {
        closed = true;
    }

    @FunctionalInterface
    private interface Step {
        RawResponse play() throws IOException;
    }

    private record Scripted(int status, String text) implements RawResponse {
        @Override
        public HttpHeaders headers() {
            return HttpHeaders.empty();
        }

        @Override
        public InputStream body() {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void close() {}
    }
}

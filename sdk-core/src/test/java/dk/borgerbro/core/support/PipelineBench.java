package dk.borgerbro.core.support;

import dk.borgerbro.core.config.ClientSettings;
import dk.borgerbro.core.config.ServiceEnvironment;
import dk.borgerbro.core.http.HttpBody;
import dk.borgerbro.core.loopback.ScriptedServer;
import dk.borgerbro.core.loopback.TestTime;
import dk.borgerbro.core.observe.CallEvent;
import dk.borgerbro.testkit.pki.TestPki;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** A scripted server, time that stands still, and pipelines to it. */
final class PipelineBench implements AutoCloseable {
    static final TestPki PKI = TestPki.create();
    static final AnswerReader<String> TEXT = answer -> new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);

    final ScriptedServer server;
    final TestTime time = new TestTime();
    final List<CallEvent> events = new CopyOnWriteArrayList<>();
    private final List<CallPipeline> opened = new CopyOnWriteArrayList<>();

    PipelineBench() throws IOException {
        this.server = ScriptedServer.start(PKI.server().sslContext(PKI.root()));
    }

    ServiceEnvironment environment() {
        return ServiceEnvironment.of("test", server.address(), Set.of(PKI.root()));
    }

    ClientSettings.Builder settings() {
        return ClientSettings.builder()
                .clock(time)
                .sleeper(time)
                .random(new Random(1))
                .listener(events::add);
    }

    CallPipeline pipeline() {
        return pipeline(settings -> settings, builder -> builder);
    }

    CallPipeline with(UnaryOperator<ClientSettings.Builder> settings) {
        return pipeline(settings, builder -> builder);
    }

    CallPipeline pipeline(UnaryOperator<ClientSettings.Builder> settings, UnaryOperator<CallPipeline.Builder> builder) {
        CallPipeline pipeline = builder.apply(CallPipeline.builder(
                        "post", environment(), settings.apply(settings()).build()))
                .build();
        opened.add(pipeline);
        return pipeline;
    }

    static ServiceCall<String> call(CallKind kind) {
        return kind == CallKind.READ
                ? ServiceCall.builder("find", kind, "GET", "letters", TEXT).build()
                : call(kind, HttpBody.of("text/plain", "letter".getBytes(StandardCharsets.UTF_8)));
    }

    static ServiceCall<String> call(CallKind kind, HttpBody body) {
        return ServiceCall.builder("send", kind, "POST", "letters", TEXT)
                .body(body)
                .build();
    }

    <E extends CallEvent> List<E> events(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Override
    public void close() throws IOException {
        opened.forEach(CallPipeline::close);
        server.close();
    }
}

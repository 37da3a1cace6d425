package dk.borgerbro.core.support;

import static dk.borgerbro.core.support.PipelineBench.TEXT;
import static dk.borgerbro.core.support.PipelineBench.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dk.borgerbro.core.error.ServiceException;
import dk.borgerbro.core.error.ServiceFault;
import dk.borgerbro.core.http.HttpBody;
import dk.borgerbro.core.loopback.ReceivedRequest;
import dk.borgerbro.core.loopback.Reply;
import dk.borgerbro.core.observe.CallEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallPipelineTest {
    private final PipelineBench bench;

    CallPipelineTest() throws IOException {
        bench = new PipelineBench();
    }

    @AfterEach
    void close() throws IOException {
        bench.close();
    }

    @Test
    void aCallSendsWhatWasDescribedAndGivesWhatTheReaderMade() {
        bench.server.next(Reply.ok("received"));
        ServiceCall<String> call = ServiceCall.builder("send", CallKind.WRITE, "POST", "letters/new", TEXT)
                .query("type", "a b&c")
                .header("Accept", "text/plain")
                .body(HttpBody.of("text/plain", new byte[] {'h', 'i'}))
                .build();

        String result = bench.pipeline().call(call);

        ReceivedRequest request = bench.server.received().get(0);
        assertThat(result).isEqualTo("received");
        assertThat(request.line()).isEqualTo("POST /api/letters/new?type=a+b%26c HTTP/1.1");
        assertThat(request.text()).isEqualTo("hi");
        assertThat(request.header("content-type")).contains("text/plain");
        assertThat(request.header("content-length")).contains("2");
        assertThat(request.header("accept")).contains("text/plain");
        assertThat(request.header("accept-encoding")).contains("gzip");
        assertThat(request.header("host")).contains("localhost:" + bench.server.port());
    }

    @Test
    void theClientSaysWhoItIs() {
        bench.with(settings -> settings.application("AcmeESDH", "4.2")).call(call(CallKind.READ));

        assertThat(bench.server.received().get(0).header("user-agent"))
                .hasValueSatisfying(
                        agent -> assertThat(agent).matches("Borgerbro/[\\w.-]+ Java/\\d+ \\(AcmeESDH/4\\.2\\)"));
    }

    @Test
    void theCorrelationIdComesFromTheGivenRandomnessAndStandsInHeaderEventsAndErrors() {
        bench.server.next(Reply.of(400, ""));

        assertThatThrownBy(() -> bench.pipeline().call(call(CallKind.READ)))
                .isInstanceOfSatisfying(ServiceException.class, error -> {
                    assertThat(error.correlationId())
                            .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-\\w+");
                    assertThat(bench.server.received().get(0).header("x-correlation-id"))
                            .contains(error.correlationId());
                    assertThat(bench.events)
                            .allMatch(event -> event.correlationId().equals(error.correlationId()));
                });
    }

    @Test
    void connectionsAreKept() {
        CallPipeline pipeline = bench.pipeline();

        for (int i = 0; i < 5; i++) {
            pipeline.call(call(CallKind.WRITE));
        }

        assertThat(bench.server.received()).hasSize(5);
        assertThat(bench.server.connections()).isEqualTo(1);
    }

    @Test
    void connectionsAreKeptThoughTheReaderIgnoresTheAnswerOrItSaysNo() {
        bench.server.otherwise(Reply.of(200, "x".repeat(5000)));
        bench.server.next(Reply.of(400, "x".repeat(5000)), Reply.of(204, ""));
        CallPipeline pipeline = bench.pipeline();
        ServiceCall<String> call = ServiceCall.builder("find", CallKind.READ, "GET", "x", answer -> "ignored")
                .build();

        assertThatThrownBy(() -> pipeline.call(call)).isInstanceOf(ServiceException.class);
        for (int i = 0; i < 3; i++) {
            pipeline.call(call);
        }

        assertThat(bench.server.connections()).isEqualTo(1);
    }

    @Test
    void eventsTellStartTriesAndEnd() {
        bench.server.next(Reply.of(503, "", "Retry-After: 2"), Reply.ok(""));

        bench.pipeline().call(call(CallKind.READ));

        assertThat(bench.events).hasSize(4);
        assertThat(bench.events(CallEvent.Started.class))
                .singleElement()
                .matches(event -> event.service().equals("post")
                        && event.environment().equals("test")
                        && event.operation().equals("find"));
        assertThat(bench.events(CallEvent.Attempt.class))
                .extracting(CallEvent.Attempt::attempt, CallEvent.Attempt::status)
                .containsExactly(tuple(1, 503), tuple(2, 200));
        assertThat(bench.events(CallEvent.Finished.class))
                .singleElement()
                .matches(event -> event.attempts() == 2
                        && event.outcome().equals("ok")
                        && event.time().equals(Duration.ofSeconds(2)));
    }

    @Test
    void anEndWithAnErrorIsNamedByItsType() {
        bench.server.next(Reply.of(400, ""));

        assertThatThrownBy(() -> bench.pipeline().call(call(CallKind.READ))).isInstanceOf(ServiceException.class);

        assertThat(bench.events(CallEvent.Finished.class))
                .extracting(CallEvent.Finished::outcome)
                .containsExactly("ServiceException");
    }

    @Test
    void aListenerThatFailsDoesNotFailTheCall() {
        CallPipeline pipeline = bench.with(settings -> settings.listener(event -> {
            throw new IllegalStateException("broken metrics");
        }));

        String result = pipeline.call(call(CallKind.READ));

        assertThat(result).isEqualTo("fine");
    }

    @Test
    void refusalsAreReadByTheFaultReader() {
        bench.server.next(Reply.of(422, "K17"));
        CallPipeline pipeline = bench.pipeline(
                settings -> settings,
                builder -> builder.faults(answer -> ServiceFault.builder(answer.status())
                        .code(TEXT.read(answer))
                        .build()));

        assertThatThrownBy(() -> pipeline.call(call(CallKind.WRITE)))
                .isInstanceOfSatisfying(ServiceException.class, error -> {
                    assertThat(error.code()).isEqualTo("K17");
                    assertThat(error.httpStatus()).isEqualTo(422);
                    assertThat(error.attempts()).isEqualTo(1);
                });
    }

    @Test
    void aRefusalThatCannotBeReadIsStillARefusal() {
        bench.server.next(Reply.of(422, "?"), Reply.of(422, "?"));
        for (RuntimeException fault : List.of(new IllegalArgumentException("x"), new IllegalStateException("y"))) {
            CallPipeline pipeline = bench.pipeline(
                    settings -> settings,
                    builder -> builder.faults(answer -> {
                        throw fault;
                    }));

            assertThatThrownBy(() -> pipeline.call(call(CallKind.WRITE)))
                    .isInstanceOfSatisfying(
                            ServiceException.class,
                            error -> assertThat(error.httpStatus()).isEqualTo(422));
        }
    }
}

package dk.borgerbro.core.support;

import static dk.borgerbro.core.support.PipelineBench.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerbro.core.config.Timeouts;
import dk.borgerbro.core.error.OutcomeUnknownException;
import dk.borgerbro.core.error.ServiceException;
import dk.borgerbro.core.error.ServiceFault;
import dk.borgerbro.core.error.TransportException;
import dk.borgerbro.core.loopback.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LimitsTest {
    private static final int LIMIT = 10_000;
    private static final Duration SHORT = Duration.ofMillis(400);
    /** Enough for a TLS handshake on a busy machine: the request must have left when the time runs out. */
    private static final Duration AMPLE = Duration.ofMillis(1500);

    private final PipelineBench bench;

    LimitsTest() throws IOException {
        bench = new PipelineBench();
    }

    @AfterEach
    void close() throws IOException {
        bench.close();
    }

    @Test
    void anAnswerOfExactlyTheLimitPasses() {
        bench.server.next(Reply.ok("x".repeat(LIMIT)));

        assertThat(limited().call(call(CallKind.READ))).hasSize(LIMIT);
    }

    @Test
    void anAnswerOfOneByteMoreDoesNot() {
        bench.server.next(Reply.ok("x".repeat(LIMIT + 1)));

        assertThatThrownBy(() -> limited().call(call(CallKind.READ)))
                .isExactlyInstanceOf(TransportException.class)
                .hasMessageContaining("larger than the limit of 10000 bytes");
        assertThat(bench.server.received()).hasSize(1);
    }

    @Test
    void aWriteWhoseAnswerIsTooLargeHasAnUnknownOutcome() {
        bench.server.next(Reply.ok("x".repeat(LIMIT + 1)));

        assertThatThrownBy(() -> limited().call(call(CallKind.WRITE))).isInstanceOf(OutcomeUnknownException.class);
    }

    @Test
    void compressedAnswersAreUnpacked() throws IOException {
        bench.server.next(Reply.gzip("Kære borger".getBytes(StandardCharsets.UTF_8)));

        assertThat(bench.pipeline().call(call(CallKind.READ))).isEqualTo("Kære borger");
    }

    @Test
    void theLimitCountsWhatABombUnpacksTo() throws IOException {
        Reply bomb = Reply.gzip(new byte[50_000_000]);
        bench.server.next(bomb);
        long[] read = new long[1];
        ServiceCall<Long> call = ServiceCall.<Long>builder("find", CallKind.READ, "GET", "x", answer -> {
                    for (int n = answer.body().read(new byte[4096]);
                            n >= 0;
                            n = answer.body().read(new byte[4096])) {
                        read[0] += n;
                    }
                    return read[0];
                })
                .build();

        assertThatThrownBy(() -> limited().call(call)).hasMessageContaining("larger than the limit");
        assertThat(read[0]).isLessThanOrEqualTo(LIMIT);
    }

    @Test
    void aRefusalIsReadUnderTheSameLimit() {
        bench.server.next(Reply.of(400, "x".repeat(10 * LIMIT)));
        CallPipeline pipeline = bench.pipeline(
                settings -> settings.answerLimit(LIMIT),
                builder -> builder.faults(answer -> ServiceFault.builder(400)
                        .text(PipelineBench.TEXT.read(answer))
                        .build()));

        assertThatThrownBy(() -> pipeline.call(call(CallKind.READ)))
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        error -> assertThat(error.fault().text()).isEmpty());
    }

    @Test
    void anUnknownContentCodingIsNotTakenForContent() {
        bench.server.otherwise(Reply.of(200, "xyz", "Content-Encoding: br"));

        assertThatThrownBy(() -> bench.pipeline().call(call(CallKind.READ))).isInstanceOf(TransportException.class);
    }

    @Test
    void aGzipThatIsNoneIsAGarbledAnswer() {
        bench.server.otherwise(Reply.of(200, "xyz", "Content-Encoding: gzip"));

        assertThatThrownBy(() -> bench.pipeline().call(call(CallKind.READ))).isInstanceOf(TransportException.class);
    }

    @Test
    void aDownloadHasNoLimitOfSize() {
        bench.server.next(Reply.ok("x".repeat(5 * LIMIT)));
        ServiceCall<String> download = ServiceCall.builder("download", CallKind.READ, "GET", "x", PipelineBench.TEXT)
                .download()
                .build();

        assertThat(limited().call(download)).hasSize(5 * LIMIT);
    }

    @Test
    void aDownloadHasALimitOfTimeOfItsOwn() {
        bench.server.next(Reply.ok("x".repeat(100)));
        Timeouts timeouts = Timeouts.defaults();
        ServiceCall<Integer> download = ServiceCall.<Integer>builder("download", CallKind.READ, "GET", "x", answer -> {
                    int first = answer.body().read();
                    bench.time.pass(timeouts.call().plusSeconds(1));
                    int second = answer.body().read();
                    bench.time.pass(timeouts.download());
                    return first + second + answer.body().read();
                })
                .download()
                .build();

        assertThatThrownBy(() -> bench.pipeline().call(download))
                .isExactlyInstanceOf(TransportException.class)
                .hasMessageContaining("not read to its end within the time limit");
    }

    @Test
    void theLimitOfTheCallHoldsWhileTheAnswerIsRead() {
        bench.server.next(Reply.ok("x".repeat(100)));
        ServiceCall<Integer> call = ServiceCall.<Integer>builder("send", CallKind.WRITE, "POST", "x", answer -> {
                    bench.time.pass(Timeouts.defaults().call());
                    return answer.body().read();
                })
                .build();

        assertThatThrownBy(() -> bench.pipeline().call(call))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("time limit");
    }

    @Test
    void aServerThatSaysNothingIsGivenUp() {
        bench.server.otherwise(Reply.silence());
        CallPipeline pipeline =
                bench.with(settings -> settings.timeouts(Timeouts.defaults().withResponse(SHORT)));

        assertThatThrownBy(() -> pipeline.call(call(CallKind.WRITE)))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("no answer came within the limit for responses");
    }

    @Test
    void aBodyThatTricklesInIsGivenUpThoughEachByteComesInTime() {
        bench.server.otherwise(Reply.trickle("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n", 5));

        assertThatThrownBy(() -> realTime().call(call(CallKind.WRITE)))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("time limit");
    }

    @Test
    void aHeadThatTricklesInIsGivenUpToo() {
        bench.server.otherwise(Reply.trickle("HTTP/1.1 200 OK\r\nX-Long: ", 5));

        assertThatThrownBy(() -> realTime().call(call(CallKind.WRITE)))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("time limit for the call ran out");
    }

    @Test
    void tooManyHeaderFieldsAreRefused() {
        bench.server.otherwise(Reply.raw("HTTP/1.1 200 OK\r\n" + "X-A: b\r\n".repeat(200) + "\r\n"));

        assertThatThrownBy(() -> bench.pipeline().call(call(CallKind.WRITE)))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("more or longer header fields");
    }

    @Test
    void aHeaderFieldThatIsTooLongIsRefused() {
        bench.server.otherwise(Reply.raw("HTTP/1.1 200 OK\r\nX-A: " + "b".repeat(100_000) + "\r\n\r\n"));

        assertThatThrownBy(() -> bench.pipeline().call(call(CallKind.WRITE)))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("more or longer header fields");
    }

    /** Opens a connection without counting how long that takes, so that what follows fails where it is meant to. */
    private CallPipeline warm(CallPipeline pipeline) {
        bench.server.next(Reply.ok(""));
        try {
            pipeline.call(call(CallKind.READ));
        } catch (TransportException e) {
            // a slow machine; the connection may stand nevertheless
        }
        return pipeline;
    }

    private CallPipeline limited() {
        return bench.with(settings -> settings.answerLimit(LIMIT));
    }

    private CallPipeline realTime() {
        Timeouts timeouts = Timeouts.defaults().withConnect(AMPLE).withCall(AMPLE);
        return warm(bench.with(settings -> settings.clock(Clock.systemUTC()).timeouts(timeouts)));
    }
}

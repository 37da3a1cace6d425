package dk.borgerbro.core.support;

import static dk.borgerbro.core.support.PipelineBench.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.borgerbro.core.config.RetryPolicy;
import dk.borgerbro.core.config.ServiceEnvironment;
import dk.borgerbro.core.config.Timeouts;
import dk.borgerbro.core.error.NotSentException;
import dk.borgerbro.core.error.OutcomeUnknownException;
import dk.borgerbro.core.error.SdkException;
import dk.borgerbro.core.error.ServiceException;
import dk.borgerbro.core.error.ServiceFault;
import dk.borgerbro.core.error.TransportException;
import dk.borgerbro.core.loopback.Reply;
import dk.borgerbro.core.loopback.ScriptedServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryRulesTest {
    private final PipelineBench bench;

    RetryRulesTest() throws IOException {
        bench = new PipelineBench();
    }

    @AfterEach
    void close() throws IOException {
        bench.close();
    }

    @ParameterizedTest
    @CsvSource({
        "READ, 408",
        "READ, 429",
        "READ, 502",
        "READ, 503",
        "READ, 504",
        "DEDUPLICATED_WRITE, 408",
        "DEDUPLICATED_WRITE, 429",
        "DEDUPLICATED_WRITE, 502",
        "DEDUPLICATED_WRITE, 503",
        "DEDUPLICATED_WRITE, 504"
    })
    void aPassingFaultIsTriedAgainWhereThatIsSafe(CallKind kind, int status) {
        bench.server.next(Reply.of(status, ""), Reply.of(status, ""), Reply.ok("at last"));

        String result = bench.pipeline().call(call(kind));

        assertThat(result).isEqualTo("at last");
        assertThat(bench.server.received()).hasSize(3);
        assertThat(bench.time.waits()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 501, 503, 505, 400, 404, 409, 403, 302})
    void aWriteThatWasTurnedAwayIsNotTriedAgainAndDidNotHappen(int status) {
        bench.server.next(Reply.of(status, ""));

        ServiceException error = failure(CallKind.WRITE, ServiceException.class);

        assertThat(error.httpStatus()).isEqualTo(status);
        assertThat(bench.server.received()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 504, 520})
    void aWriteThatMayHaveHappenedIsNotTriedAgain(int status) {
        bench.server.next(Reply.of(status, ""));

        OutcomeUnknownException error = failure(CallKind.WRITE, OutcomeUnknownException.class);

        assertThat(error).hasMessageContaining("status " + status).hasCauseInstanceOf(ServiceException.class);
        assertThat(bench.server.received()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(CallKind.class)
    void aFaultThatTheServiceNamedIsItsWordEvenWith500(CallKind kind) {
        bench.server.next(Reply.of(500, "<fault/>"));
        CallPipeline pipeline = bench.pipeline(
                settings -> settings,
                builder -> builder.faults(answer -> ServiceFault.builder(answer.status())
                        .code("soap.Client")
                        .build()));

        ServiceException error = catchThrowableOfType(ServiceException.class, () -> pipeline.call(call(kind)));

        assertThat(error.code()).isEqualTo("soap.Client");
        assertThat(bench.server.received()).hasSize(1);
    }

    @Test
    void aReadThatIsAnsweredWith500IsNotTriedAgain() {
        bench.server.next(Reply.of(500, ""));

        assertThat(failure(CallKind.READ, ServiceException.class).isRetryable()).isTrue();
        assertThat(bench.server.received()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = CallKind.class,
            names = {"READ", "DEDUPLICATED_WRITE"})
    void aDroppedConnectionIsTriedAgainWhereThatIsSafe(CallKind kind) {
        bench.server.next(Reply.drop(), Reply.raw(ScriptedServer.cut(100, "half")), Reply.ok("at last"));

        assertThat(bench.pipeline().call(call(kind))).isEqualTo("at last");
        assertThat(bench.server.received()).hasSize(3);
    }

    @Test
    void aWriteThatWasDroppedAfterReceivingHasAnUnknownOutcome() {
        bench.server.next(Reply.drop());

        OutcomeUnknownException error = failure(CallKind.WRITE, OutcomeUnknownException.class);

        assertThat(error).hasMessageContaining("the connection was closed before an answer came");
        assertThat(error.isRetryable()).isFalse();
        assertThat(bench.server.received()).hasSize(1);
    }

    @Test
    void aWriteThatWasDroppedBeforeReceivingHasAnUnknownOutcomeToo() {
        bench.server.hangUpUnread(1);

        failure(CallKind.WRITE, OutcomeUnknownException.class);

        assertThat(bench.server.received()).isEmpty();
    }

    @Test
    void aWriteWithACutAnswerHasAnUnknownOutcome() {
        bench.server.next(Reply.raw(ScriptedServer.cut(100, "half")));

        assertThat(failure(CallKind.WRITE, OutcomeUnknownException.class)).hasMessageContaining("cut or garbled");
    }

    @Test
    void aWriteWithAnAnswerThatIsNotHttpHasAnUnknownOutcome() {
        bench.server.next(Reply.raw("SMTP ready\r\nwhat is your name\r\n\r\n"));

        failure(CallKind.WRITE, OutcomeUnknownException.class);
    }

    @Test
    void aWriteWithAnUnreadableAnswerHasAnUnknownOutcomeAndTheErrorQuotesNoneOfIt() {
        ServiceCall<String> call = ServiceCall.<String>builder("send", CallKind.WRITE, "POST", "x", answer -> {
                    throw new IOException("expected { but got 0101701234");
                })
                .build();

        OutcomeUnknownException error = catchThrowableOfType(
                OutcomeUnknownException.class, () -> bench.pipeline().call(call));

        assertThat(error).hasMessageContaining("not of the expected form (IOException)");
        assertThat(error).hasStackTraceContaining("java.io.IOException");
        assertThat(stackTrace(error)).doesNotContain("0101701234");
    }

    @Test
    void aReaderThatBreaksIsNotTriedAgain() {
        ServiceCall<String> call = ServiceCall.<String>builder("find", CallKind.READ, "GET", "x", answer -> {
                    throw new IllegalStateException("bug");
                })
                .build();

        assertThat(catchThrowableOfType(
                        TransportException.class, () -> bench.pipeline().call(call)))
                .hasMessageContaining("IllegalStateException");
        assertThat(bench.server.received()).hasSize(1);
    }

    @Test
    void aWriteThatWasNotSentIsTriedAgain() throws IOException {
        URI nobody = URI.create("https://localhost:" + freePort() + "/");
        CallPipeline pipeline = CallPipeline.builder(
                        "post",
                        ServiceEnvironment.of("test", nobody, Set.of(PipelineBench.PKI.root())),
                        bench.settings().build())
                .build();

        NotSentException error =
                catchThrowableOfType(NotSentException.class, () -> pipeline.call(call(CallKind.WRITE)));
        pipeline.close();

        assertThat(error).hasMessageContaining("the host does not accept connections");
        assertThat(error.attempts()).isEqualTo(3);
        assertThat(error.getSuppressed()).hasSize(2).allMatch(NotSentException.class::isInstance);
        assertThat(bench.time.waits()).hasSize(2);
    }

    @Test
    void anUnknownTryIsNotForgottenWhenALaterOneIsTurnedAway() {
        bench.server.next(Reply.drop(), Reply.of(503, ""), Reply.of(503, ""));

        OutcomeUnknownException error = failure(CallKind.DEDUPLICATED_WRITE, OutcomeUnknownException.class);

        assertThat(error).hasMessageContaining("an earlier try was sent");
        assertThat(error.getCause()).isInstanceOf(ServiceException.class);
        assertThat(error.getSuppressed())
                .hasExactlyElementsOfTypes(OutcomeUnknownException.class, ServiceException.class);
    }

    @Test
    void aJudgementOfTheMessageSettlesAnUnknownTry() {
        bench.server.next(Reply.drop(), Reply.of(409, ""));

        ServiceException error = failure(CallKind.DEDUPLICATED_WRITE, ServiceException.class);

        assertThat(error.httpStatus()).isEqualTo(409);
        assertThat(error.getSuppressed()).hasExactlyElementsOfTypes(OutcomeUnknownException.class);
    }

    @Test
    void aBodyThatCannotBeWrittenAgainIsSentOnce() {
        bench.server.next(Reply.of(503, ""), Reply.ok("never asked for"));
        OneTimeBody body = new OneTimeBody("letter");

        ServiceException error = catchThrowableOfType(
                ServiceException.class, () -> bench.pipeline().call(call(CallKind.DEDUPLICATED_WRITE, body)));

        assertThat(error.httpStatus()).isEqualTo(503);
        assertThat(bench.server.received()).hasSize(1);
    }

    @Test
    void waitsGrowAreSpreadAndHaveACeiling() {
        bench.server.otherwise(Reply.of(503, ""));
        RetryPolicy policy = new RetryPolicy(6, Duration.ofSeconds(1), Duration.ofSeconds(4));

        catchThrowableOfType(
                ServiceException.class,
                () -> bench.with(settings -> settings.retry(policy)).call(call(CallKind.READ)));

        assertThat(bench.time.waits()).hasSize(5).doesNotHaveDuplicates();
        long[] ceilings = {1000, 2000, 4000, 4000, 4000};
        for (int i = 0; i < ceilings.length; i++) {
            assertThat(bench.time.waits().get(i).toMillis()).isBetween(ceilings[i] / 2, ceilings[i]);
        }
    }

    @Test
    void aPolicyOfOneAttemptNeverRepeats() {
        bench.server.next(Reply.of(503, ""));

        ServiceException error = catchThrowableOfType(
                ServiceException.class,
                () -> bench.with(settings -> settings.retry(RetryPolicy.none())).call(call(CallKind.READ)));

        assertThat(error.attempts()).isEqualTo(1);
        assertThat(bench.time.waits()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7|7",
                "0|0",
                "Mon, 02 Mar 2026 08:00:30 GMT|30",
                "Mon, 02 Mar 2026 07:00:00 GMT|0",
            })
    void theServiceSaysWhenToTryAgain(String retryAfter, long seconds) {
        bench.server.next(Reply.of(503, "", "Retry-After: " + retryAfter), Reply.ok("at last"));

        bench.pipeline().call(call(CallKind.READ));

        assertThat(bench.time.waits()).containsExactly(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-5", "1.5", "99999999999999999999", "Mon, 99 Foo 2026 08:00:30 GMT"})
    void aWaitThatCannotBeReadIsChosenByTheClient(String retryAfter) {
        bench.server.next(Reply.of(503, "", "Retry-After: " + retryAfter), Reply.ok("at last"));

        bench.pipeline().call(call(CallKind.READ));

        assertThat(bench.time.waits())
                .singleElement()
                .matches(wait -> wait.compareTo(Duration.ofMillis(200)) <= 0 && !wait.isZero());
    }

    @Test
    void aWaitBeyondTheLimitOfTheCallIsLeftToTheCaller() {
        bench.server.next(Reply.of(503, "", "Retry-After: 3600"));

        ServiceException error = failure(CallKind.READ, ServiceException.class);

        assertThat(error.retryAfter()).contains(Duration.ofHours(1));
        assertThat(bench.time.waits()).isEmpty();
        assertThat(bench.server.received()).hasSize(1);
    }

    @Test
    void waitsCountAgainstTheLimitOfTheCall() {
        bench.server.otherwise(Reply.of(503, "", "Retry-After: 40"));
        RetryPolicy policy = new RetryPolicy(10, Duration.ofMillis(1), Duration.ofSeconds(1));
        Timeouts timeouts = Timeouts.defaults().withCall(Duration.ofSeconds(100));

        ServiceException error = catchThrowableOfType(
                ServiceException.class,
                () -> bench.with(settings -> settings.retry(policy).timeouts(timeouts))
                        .call(call(CallKind.READ)));

        assertThat(error.attempts()).isEqualTo(3);
        assertThat(bench.time.waits()).hasSize(2);
    }

    private <E extends SdkException> E failure(CallKind kind, Class<E> type) {
        E error = catchThrowableOfType(type, () -> bench.pipeline().call(call(kind)));
        assertThat(error).isNotNull();
        return error;
    }

    private static String stackTrace(Throwable error) {
        StringWriter text = new StringWriter();
        error.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}

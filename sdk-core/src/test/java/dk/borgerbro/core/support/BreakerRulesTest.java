package dk.borgerbro.core.support;

import static dk.borgerbro.core.support.PipelineBench.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerbro.core.config.BreakerPolicy;
import dk.borgerbro.core.config.RetryPolicy;
import dk.borgerbro.core.error.NotSentException;
import dk.borgerbro.core.error.OutcomeUnknownException;
import dk.borgerbro.core.error.ServiceException;
import dk.borgerbro.core.loopback.Reply;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BreakerRulesTest {
    private static final Duration OPEN_FOR = Duration.ofSeconds(30);

    private final PipelineBench bench;

    BreakerRulesTest() throws IOException {
        bench = new PipelineBench();
    }

    @AfterEach
    void close() throws IOException {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void aServiceThatFailsTooOftenIsLeftAlone(int status) {
        CallPipeline pipeline = pipeline();
        open(pipeline, Reply.of(status, ""));

        assertThatThrownBy(() -> pipeline.call(call(CallKind.WRITE)))
                .isInstanceOfSatisfying(NotSentException.class, error -> {
                    assertThat(error).hasMessageContaining("circuit breaker is open");
                    assertThat(error.attempts()).isZero();
                    assertThat(error.isRetryable()).isTrue();
                });
        assertThat(bench.server.received()).hasSize(4);
    }

    @Test
    void droppedConnectionsCountAsFailures() {
        CallPipeline pipeline = pipeline();
        open(pipeline, Reply.drop());

        assertThatThrownBy(() -> pipeline.call(call(CallKind.READ))).isInstanceOf(NotSentException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 429})
    void refusalsAreASignOfLife(int status) {
        bench.server.otherwise(Reply.of(status, ""));
        CallPipeline pipeline = pipeline();

        for (int i = 0; i < 8; i++) {
            assertThatThrownBy(() -> pipeline.call(call(CallKind.READ))).isInstanceOf(ServiceException.class);
        }

        assertThat(bench.server.received()).hasSize(8);
    }

    @Test
    void afterTheWaitOneTrialCallThatWorksClosesIt() {
        CallPipeline pipeline = pipeline();
        open(pipeline, Reply.of(503, ""));
        bench.server.otherwise(Reply.ok("back"));
        bench.time.pass(OPEN_FOR.plusMillis(1));

        for (int i = 0; i < 3; i++) {
            assertThat(pipeline.call(call(CallKind.READ))).isEqualTo("back");
        }
    }

    @Test
    void afterTheWaitATrialCallThatFailsOpensItAgain() {
        CallPipeline pipeline = pipeline();
        open(pipeline, Reply.of(503, ""));
        bench.time.pass(OPEN_FOR.plusMillis(1));

        assertThatThrownBy(() -> pipeline.call(call(CallKind.READ))).isInstanceOf(ServiceException.class);
        assertThatThrownBy(() -> pipeline.call(call(CallKind.READ))).isInstanceOf(NotSentException.class);
    }

    @Test
    void aBreakerThatOpensBetweenTwoTriesDoesNotHideThatTheFirstWasSent() {
        CallPipeline pipeline = bench.with(settings -> settings.breaker(new BreakerPolicy(50, 1, OPEN_FOR)));
        bench.server.next(Reply.drop());

        assertThatThrownBy(() -> pipeline.call(call(CallKind.DEDUPLICATED_WRITE)))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasCauseInstanceOf(NotSentException.class);
    }

    @Test
    void eachPipelineHasItsOwn() {
        open(pipeline(), Reply.of(503, ""));
        bench.server.otherwise(Reply.ok("fine"));

        assertThat(pipeline().call(call(CallKind.READ))).isEqualTo("fine");
    }

    private CallPipeline pipeline() {
        return bench.with(settings -> settings.retry(RetryPolicy.none()).breaker(new BreakerPolicy(50, 4, OPEN_FOR)));
    }

    private void open(CallPipeline pipeline, Reply fault) {
        bench.server.otherwise(fault);
        for (int i = 0; i < 4; i++) {
            assertThatThrownBy(() -> pipeline.call(call(CallKind.READ))).isNotInstanceOf(NotSentException.class);
        }
    }
}

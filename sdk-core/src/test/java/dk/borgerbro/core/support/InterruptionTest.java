package dk.borgerbro.core.support;

import static dk.borgerbro.core.support.PipelineBench.call;
import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerbro.core.error.NotSentException;
import dk.borgerbro.core.error.OutcomeUnknownException;
import dk.borgerbro.core.error.TransportException;
import dk.borgerbro.core.loopback.Reply;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class InterruptionTest {
    private final PipelineBench bench;
    private final AtomicReference<RuntimeException> error = new AtomicReference<>();
    private final AtomicBoolean flag = new AtomicBoolean();

    InterruptionTest() throws IOException {
        bench = new PipelineBench();
    }

    @AfterEach
    void close() throws IOException {
        bench.close();
    }

    @Test
    void aThreadThatIsInterruptedAlreadySendsNothing() throws InterruptedException {
        Thread caller =
                caller(call(CallKind.WRITE), () -> Thread.currentThread().interrupt());

        caller.join();

        assertThat(error.get()).isInstanceOf(NotSentException.class).hasMessageContaining("interrupted");
        assertThat(flag).isTrue();
        assertThat(bench.server.received()).isEmpty();
    }

    @Test
    void aWriteThatWaitsForItsAnswerEndsWithAnUnknownOutcome() throws InterruptedException {
        CountDownLatch arrived = new CountDownLatch(1);
        bench.server.otherwise((request, out) -> {
            arrived.countDown();
            return Reply.silence().to(request, out);
        });
        Thread caller = caller(call(CallKind.WRITE), () -> {});

        arrived.await();
        caller.interrupt();
        caller.join();

        assertThat(error.get()).isInstanceOf(OutcomeUnknownException.class).hasMessageContaining("interrupted");
        assertThat(flag).isTrue();
        assertThat(bench.server.received()).hasSize(1);
    }

    @Test
    void aReadInTheMiddleOfItsAnswerEndsAndIsNotTriedAgain() throws InterruptedException {
        CountDownLatch reading = new CountDownLatch(1);
        bench.server.otherwise(Reply.trickle("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n", 5));
        ServiceCall<Integer> call = ServiceCall.<Integer>builder("find", CallKind.READ, "GET", "x", answer -> {
                    answer.body().read();
                    reading.countDown();
                    return answer.body().readAllBytes().length;
                })
                .build();
        Thread caller = caller(call, () -> {});

        reading.await();
        caller.interrupt();
        caller.join();

        assertThat(error.get()).isExactlyInstanceOf(TransportException.class).hasMessageContaining("interrupted");
        assertThat(flag).isTrue();
        assertThat(bench.server.received()).hasSize(1);
    }

    @Test
    void aThreadThatWaitsForItsNextTryIsWoken() throws InterruptedException {
        bench.server.otherwise(Reply.of(503, ""));
        CallPipeline pipeline = bench.with(settings -> settings.sleeper(time -> {
            throw new InterruptedException();
        }));
        Thread caller = new Thread(() -> record(pipeline, call(CallKind.DEDUPLICATED_WRITE)));

        caller.start();
        caller.join();

        assertThat(error.get()).isInstanceOf(NotSentException.class).hasMessageContaining("interrupted");
        assertThat(error.get().getSuppressed()).hasSize(1);
        assertThat(flag).isTrue();
        assertThat(bench.server.received()).hasSize(1);
    }

    private Thread caller(ServiceCall<?> call, Runnable before) {
        CallPipeline pipeline = bench.pipeline();
        Thread thread = new Thread(() -> {
            before.run();
            record(pipeline, call);
        });
        thread.start();
        return thread;
    }

    private void record(CallPipeline pipeline, ServiceCall<?> call) {
        try {
            pipeline.call(call);
        } catch (RuntimeException e) {
            flag.set(Thread.currentThread().isInterrupted());
            error.set(e);
        }
    }
}

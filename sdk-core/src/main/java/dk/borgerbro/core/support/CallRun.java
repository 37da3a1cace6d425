package dk.borgerbro.core.support;

import dk.borgerbro.core.error.CallReference;
import dk.borgerbro.core.error.OutcomeUnknownException;
import dk.borgerbro.core.error.SdkException;
import dk.borgerbro.core.internal.resilience.Backoff;
import dk.borgerbro.core.support.FailedTry.Effect;
import dk.borgerbro.core.support.FailedTry.Health;
import dk.borgerbro.core.support.FailedTry.Remedy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One call from its first try to its result or error: deadline, breaker, retry, and what all tries together may have done. */
final class CallRun<T> {
    private final CallPipeline pipeline;
    private final ServiceCall<T> call;
    private final String correlationId;
    private final Instant start;
    private final Instant deadline;
    private final @Nullable RequestContent content;
    private final List<SdkException> earlier = new ArrayList<>(0);
    private Backoff.@Nullable Series waits;
    private int attempts;
    private boolean tokenRenewed;
    private boolean sentBefore;
    private boolean unknownBefore;

    CallRun(CallPipeline pipeline, ServiceCall<T> call) {
        this.pipeline = pipeline;
        this.call = call;
        this.correlationId = pipeline.newCorrelationId();
        this.start = pipeline.clock().instant();
        this.deadline = start.plus(pipeline.timeouts().call());
        this.content = call.body().map(RequestContent::new).orElse(null);
    }

    T run() {
        pipeline.witness().started(reference());
        String outcome = "error";
        try {
            T result = tries();
            outcome = "ok";
            return result;
        } catch (SdkException e) {
            outcome = e.getClass().getSimpleName();
            throw e;
        } finally {
            pipeline.witness()
                    .finished(
                            reference(),
                            outcome,
                            Duration.between(start, pipeline.clock().instant()));
        }
    }

    private T tries() {
        while (true) {
            FailedTry failed = obstacle();
            if (failed == null) {
                Attempt<T> attempt = attempt();
                if (attempt.failure() == null) {
                    return attempt.result();
                }
                failed = attempt.failure();
            }
            if (failed.remedy() == Remedy.NEW_TOKEN && !tokenRenewed && isSendable()) {
                tokenRenewed = true;
                remember(failed);
            } else {
                waitAfter(failed);
            }
        }
    }

    /** {@return what stands against another try, null if nothing does} */
    private @Nullable FailedTry obstacle() {
        if (Thread.currentThread().isInterrupted()) {
            return interrupted();
        }
        if (!pipeline.clock().instant().isBefore(deadline)) {
            return FailedTry.notSent(Remedy.NONE, Health.UNCLEAR, "the time limit for the whole call ran out", null);
        }
        if (!pipeline.breaker().admit()) {
            return FailedTry.notSent(
                    Remedy.NONE,
                    Health.UNCLEAR,
                    "the circuit breaker is open, because the service failed too often; one trial call is made every "
                            + pipeline.breakerOpenFor().toSeconds() + " s",
                    null);
        }
        return null;
    }

    private Attempt<T> attempt() {
        attempts++;
        if (content != null) {
            content.begin();
        }
        Health health = Health.UNCLEAR;
        try {
            Attempt<T> attempt = new Exchange<>(pipeline, call, content, reference(), deadline).run();
            health = attempt.health();
            return attempt;
        } finally {
            switch (health) {
                case ALIVE -> pipeline.breaker().answered();
                case FAILING -> pipeline.breaker().failed();
                case UNCLEAR -> pipeline.breaker().abandoned();
            }
        }
    }

    /** Waits until the next try may be made, or ends the call if there is none. */
    private void waitAfter(FailedTry failed) {
        if (!failed.isRepeatable(call.kind()) || !isSendable()) {
            throw conclude(failed);
        }
        if (waits == null) {
            waits = pipeline.backoff().begin();
        }
        Optional<Duration> wait = waits.next(failed.retryAfter().orElse(null));
        if (wait.isEmpty() || !pipeline.clock().instant().plus(wait.get()).isBefore(deadline)) {
            throw conclude(failed);
        }
        remember(failed);
        try {
            pipeline.sleeper().sleep(wait.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw conclude(interrupted());
        }
    }

    private boolean isSendable() {
        return content == null || content.isSendable();
    }

    private void remember(FailedTry failed) {
        earlier.add(failed.error(call.kind(), reference(), sentBefore));
        sentBefore |= failed.effect() != Effect.NOT_SENT;
        unknownBefore |= failed.effect() == Effect.UNKNOWN;
    }

    private SdkException conclude(FailedTry failed) {
        SdkException error = failed.error(call.kind(), reference(), sentBefore);
        boolean open = failed.effect() == Effect.NOT_SENT || failed.effect() == Effect.TURNED_AWAY;
        if (unknownBefore && open && call.kind() != CallKind.READ) {
            error = new OutcomeUnknownException(
                    reference(), "an earlier try was sent and got no usable answer; the last one failed too", error);
        }
        earlier.forEach(error::addSuppressed);
        return error;
    }

    private static FailedTry interrupted() {
        return FailedTry.notSent(Remedy.NONE, Health.UNCLEAR, "the calling thread was interrupted", null);
    }

    private CallReference reference() {
        return new CallReference(pipeline.service(), call.operation(), correlationId, attempts);
    }
}

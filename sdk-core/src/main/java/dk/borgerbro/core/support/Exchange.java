package dk.borgerbro.core.support;

import dk.borgerbro.core.error.CallReference;
import dk.borgerbro.core.error.SdkException;
import dk.borgerbro.core.error.ServiceException;
import dk.borgerbro.core.error.ServiceFault;
import dk.borgerbro.core.http.HttpCall;
import dk.borgerbro.core.http.HttpHeaders;
import dk.borgerbro.core.http.RawResponse;
import dk.borgerbro.core.http.RequestNotSentException;
import dk.borgerbro.core.support.FailedTry.Effect;
import dk.borgerbro.core.support.FailedTry.Health;
import dk.borgerbro.core.support.FailedTry.Remedy;
import dk.borgerbro.core.token.AccessToken;
import dk.borgerbro.core.token.TokenSource;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One try: token, request, answer, reader. Never throws what a try can cause; it says what it may have done instead. */
final class Exchange<T> {
    private final CallPipeline pipeline;
    private final ServiceCall<T> call;
    private final @Nullable RequestContent content;
    private final CallReference reference;
    private final Instant deadline;
    private final Instant start;
    private int status;

    Exchange(
            CallPipeline pipeline,
            ServiceCall<T> call,
            @Nullable RequestContent content,
            CallReference reference,
            Instant deadline) {
        this.pipeline = pipeline;
        this.call = call;
        this.content = content;
        this.reference = reference;
        this.deadline = deadline;
        this.start = pipeline.clock().instant();
    }

    Attempt<T> run() {
        try {
            return exchange();
        } finally {
            pipeline.witness()
                    .attempted(
                            reference,
                            status,
                            Duration.between(start, pipeline.clock().instant()));
        }
    }

    private Attempt<T> exchange() {
        AccessToken token;
        RawResponse response;
        try {
            TokenSource tokens = pipeline.tokens();
            token = tokens == null ? null : tokens.token();
            HttpHeaders headers = pipeline.headers(call, reference.correlationId(), token);
            pipeline.witness().sending(reference, call.method(), headers);
            response = pipeline.transport()
                    .execute(new HttpCall(
                            call.method(),
                            pipeline.address(call),
                            headers,
                            content,
                            pipeline.timeLeft(call, start, deadline)));
        } catch (RequestNotSentException e) {
            return Attempt.failed(notSent(e));
        } catch (IOException e) {
            return Attempt.failed(noAnswer(e));
        } catch (SdkException e) {
            // No token or no key could be had, or the content refused to be written: each before the request was whole.
            boolean whole = content != null && content.isWhole();
            return Attempt.failed(whole ? noAnswer(new IOException(e)) : FailedTry.notSent(e));
        } catch (RuntimeException e) {
            return Attempt.failed(noAnswer(new IOException(e)));
        }
        try {
            status = response.status();
            pipeline.witness().received(reference, status, response.headers());
            return status >= 200 && status < 300 ? read(response) : Attempt.failed(refused(response, token));
        } finally {
            closeQuietly(response);
        }
    }

    private Attempt<T> read(RawResponse response) {
        AnswerStream body = null;
        try {
            body = pipeline.limited(response.body(), call, deadline);
            T value = call.reader().read(new Answer(status, response.headers(), body, reference));
            body.drain();
            return Attempt.done(value);
        } catch (SdkException e) {
            return Attempt.failed(FailedTry.answered(Effect.JUDGED, Remedy.NONE, Health.ALIVE, e, status));
        } catch (IOException | RuntimeException e) {
            return Attempt.failed(unreadable(e, body == null ? AnswerStream.Trouble.WIRE : body.trouble()));
        }
    }

    private FailedTry unreadable(Exception fault, AnswerStream.Trouble trouble) {
        String what = switch (trouble) {
            case INTERRUPTED -> "the calling thread was interrupted while the answer was read";
            case TOO_LARGE -> "the answer is larger than the limit of " + pipeline.answerLimit() + " bytes";
            case TOO_LATE -> "the answer was not read to its end within the time limit";
            case WIRE -> "the answer was cut or garbled on its way";
            case NONE ->
                "the answer is not of the expected form (" + fault.getClass().getSimpleName() + ")";
        };
        boolean wire = trouble == AnswerStream.Trouble.WIRE;
        boolean repeat = wire || (trouble == AnswerStream.Trouble.NONE && fault instanceof IOException);
        Health health = trouble == AnswerStream.Trouble.INTERRUPTED
                ? Health.UNCLEAR
                : wire || trouble == AnswerStream.Trouble.TOO_LATE ? Health.FAILING : Health.ALIVE;
        return FailedTry.unknown(repeat ? Remedy.REPEAT : Remedy.NONE, health, what, CleanCause.of(fault), status);
    }

    private FailedTry refused(RawResponse response, @Nullable AccessToken token) {
        ServiceFault fault = AnswerJudge.withRetryAfter(
                fault(response), response.headers(), pipeline.clock().instant());
        TokenSource tokens = pipeline.tokens();
        if (status == 401 && token != null && tokens != null) {
            tokens.invalidate(token);
            return FailedTry.answered(
                    Effect.TURNED_AWAY, Remedy.NEW_TOKEN, Health.ALIVE, new ServiceException(reference, fault), status);
        }
        return AnswerJudge.judge(call.kind(), reference, fault);
    }

    private ServiceFault fault(RawResponse response) {
        try {
            AnswerStream body = pipeline.limited(response.body(), call, deadline);
            ServiceFault fault = pipeline.faults().read(new Answer(status, response.headers(), body, reference));
            body.drain();
            return fault;
        } catch (IOException | RuntimeException e) {
            // What the service said cannot be read, but that it refused can: the status has to do.
            return ServiceFault.builder(status).build();
        }
    }

    private FailedTry notSent(RequestNotSentException e) {
        boolean interrupted = Thread.currentThread().isInterrupted();
        return FailedTry.notSent(
                interrupted ? Remedy.NONE : Remedy.REPEAT,
                interrupted ? Health.UNCLEAR : Health.FAILING,
                interrupted ? "the calling thread was interrupted" : String.valueOf(e.getMessage()),
                CleanCause.of(e));
    }

    private FailedTry noAnswer(IOException e) {
        Exception sourceFault = content == null ? null : content.sourceFault();
        if (sourceFault instanceof SdkException said) {
            return FailedTry.notSent(said);
        }
        if (sourceFault != null) {
            return FailedTry.notSent(
                    Remedy.NONE,
                    Health.UNCLEAR,
                    "its content could not be read to the end, so the connection was cut before the request was whole",
                    CleanCause.of(sourceFault));
        }
        if (Thread.currentThread().isInterrupted()) {
            return FailedTry.unknown(
                    Remedy.NONE, Health.UNCLEAR, "the calling thread was interrupted", CleanCause.of(e), 0);
        }
        return FailedTry.unknown(Remedy.REPEAT, Health.FAILING, pipeline.describe(e), CleanCause.of(e), 0);
    }

    private static void closeQuietly(RawResponse response) {
        try {
            response.close();
        } catch (IOException | RuntimeException e) {
            // The answer has been judged; a connection that cannot be closed changes nothing about it.
        }
    }
}

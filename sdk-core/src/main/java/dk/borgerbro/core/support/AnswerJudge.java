package dk.borgerbro.core.support;

import dk.borgerbro.core.error.CallReference;
import dk.borgerbro.core.error.ServiceException;
import dk.borgerbro.core.error.ServiceFault;
import dk.borgerbro.core.http.HttpHeaders;
import dk.borgerbro.core.support.FailedTry.Effect;
import dk.borgerbro.core.support.FailedTry.Health;
import dk.borgerbro.core.support.FailedTry.Remedy;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what an answer other than 2xx means.
 *
 * <p>A write that is answered with 500, 502, 504 or an unregistered 5xx may have happened: the failure can lie behind the work. A 500
 * in which the service names its own fault, as SOAP demands, is its word and counts as a refusal; so do 501, 503 and 505.
 */
final class AnswerJudge {
    private static final Set<Integer> TRANSIENT = Set.of(408, 429, 502, 503, 504);
    private static final Set<Integer> FAILING = Set.of(500, 502, 503, 504);
    private static final Set<Integer> REFUSING = Set.of(501, 503, 505);
    /** Refusals that say nothing about the message: who asks, when, how often. */
    private static final Set<Integer> OUTSIDE_THE_MESSAGE = Set.of(401, 403, 407, 408, 425, 429);

    private AnswerJudge() {}

    static FailedTry judge(CallKind kind, CallReference call, ServiceFault fault) {
        int status = fault.httpStatus();
        ServiceException refusal = new ServiceException(call, fault);
        Remedy remedy = TRANSIENT.contains(status) ? Remedy.REPEAT : Remedy.NONE;
        Health health = FAILING.contains(status) ? Health.FAILING : Health.ALIVE;
        if (kind != CallKind.READ && mayHaveHappened(fault)) {
            return FailedTry.unknown(
                    remedy,
                    health,
                    "the service answered with status " + status + " and did not say what became of it",
                    refusal,
                    status);
        }
        boolean outside = status >= 500 || status < 400 || OUTSIDE_THE_MESSAGE.contains(status);
        boolean judged = !outside || (status == 500 && !fault.code().isEmpty());
        return FailedTry.answered(judged ? Effect.JUDGED : Effect.TURNED_AWAY, remedy, health, refusal, status);
    }

    /** {@return the fault with the wait that the answer's header asks for, unless the service's own format said one} */
    static ServiceFault withRetryAfter(ServiceFault fault, HttpHeaders headers, Instant now) {
        Optional<Duration> asked = headers.first("Retry-After").flatMap(value -> RetryAfter.parse(value, now));
        if (asked.isEmpty() || fault.retryAfter().isPresent()) {
            return fault;
        }
        return ServiceFault.builder(fault.httpStatus())
                .code(fault.code())
                .text(fault.text())
                .requestId(fault.requestId())
                .findings(fault.findings())
                .retryAfter(asked.get())
                .build();
    }

    private static boolean mayHaveHappened(ServiceFault fault) {
        int status = fault.httpStatus();
        if (status < 500 || REFUSING.contains(status)) {
            return false;
        }
        return status != 500 || fault.code().isEmpty();
    }
}

package dk.borgerbro.core.support;

import dk.borgerbro.core.error.CallReference;
import dk.borgerbro.core.error.NotSentException;
import dk.borgerbro.core.error.OutcomeUnknownException;
import dk.borgerbro.core.error.SdkException;
import dk.borgerbro.core.error.ServiceException;
import dk.borgerbro.core.error.TransportException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One try that did not work: what it may have done, what may be done about it, and which error it is if it was the last.
 *
 * @param effect what it may have done
 * @param remedy what may be done about it
 * @param health what it says about the service
 * @param message for the error, where the try itself makes one
 * @param cause safe to attach, or null
 * @param given an error that is to reach the caller as it is, or null
 * @param status HTTP status, 0 if no answer came
 */
record FailedTry(
        Effect effect,
        Remedy remedy,
        Health health,
        String message,
        @Nullable Throwable cause,
        @Nullable SdkException given,
        int status) {

    /** What a try may have done. */
    enum Effect {
        /** The service did not get the request. */
        NOT_SENT,
        /** The service turned the request away, for a reason that lies outside it, such as load or a token. */
        TURNED_AWAY,
        /** The service judged the request. */
        JUDGED,
        /** The request was sent; what became of it is not known. */
        UNKNOWN
    }

    /** What may be done about it. */
    enum Remedy {
        /** Nothing: the caller gets the error. */
        NONE,
        /** Another try, if the kind of the call allows it. */
        REPEAT,
        /** Another try at once, with another token. */
        NEW_TOKEN
    }

    /** What a try says about the service. */
    enum Health {
        /** It answers. */
        ALIVE,
        /** It fails or cannot be reached. */
        FAILING,
        /** Nothing. */
        UNCLEAR
    }

    /** The service did not get the request. */
    static FailedTry notSent(Remedy remedy, Health health, String message, @Nullable Throwable cause) {
        return new FailedTry(Effect.NOT_SENT, remedy, health, message, cause, null, 0);
    }

    /** The service did not get the request, and an error that says why is there already. */
    static FailedTry notSent(SdkException given) {
        return new FailedTry(Effect.NOT_SENT, Remedy.NONE, Health.UNCLEAR, "", null, given, 0);
    }

    /** The request was sent and no usable answer came. */
    static FailedTry unknown(Remedy remedy, Health health, String message, @Nullable Throwable cause, int status) {
        return new FailedTry(Effect.UNKNOWN, remedy, health, message, cause, null, status);
    }

    /** The service answered, and the error says what. */
    static FailedTry answered(Effect effect, Remedy remedy, Health health, SdkException given, int status) {
        return new FailedTry(effect, remedy, health, "", null, given, status);
    }

    /** {@return how long the service asks to wait} */
    Optional<Duration> retryAfter() {
        Throwable said = given == null ? cause : given;
        return said instanceof ServiceException refusal ? refusal.retryAfter() : Optional.empty();
    }

    /** {@return whether such a call may be tried again after this} */
    boolean isRepeatable(CallKind kind) {
        return remedy == Remedy.REPEAT && (effect == Effect.NOT_SENT || kind != CallKind.WRITE);
    }

    /**
     * {@return the error for the caller}
     *
     * @param sentBefore whether the service may have got an earlier try
     */
    SdkException error(CallKind kind, CallReference call, boolean sentBefore) {
        if (given != null) {
            return given;
        }
        if (effect == Effect.NOT_SENT && !(sentBefore && kind == CallKind.READ)) {
            return new NotSentException(call, message, cause);
        }
        return kind == CallKind.READ
                ? new TransportException(call, "got no usable answer: " + message, cause)
                : new OutcomeUnknownException(call, message, cause);
    }
}

package dk.borgerbro.core.error;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Root of everything that Borgerbro throws on purpose.
 *
 * <p>Answers who must act ({@link #responsibility()}), whether the same call may be repeated ({@link #isRetryable()}) and what
 * to quote to support ({@link #call()}); whether it happened is told by the subclass. Messages name what failed, where and the
 * likely fix, and hold no personal data. Failures of earlier attempts are attached as suppressed exceptions.
 */
public abstract class SdkException extends RuntimeException {
    private final CallReference call;

    SdkException(CallReference call, String message, @Nullable Throwable cause) {
        super(call.name() + " " + message + call.suffix(), cause);
        this.call = Objects.requireNonNull(call, "call");
    }

    /** {@return service, operation, correlation id and attempts of the failed call} */
    public final CallReference call() {
        return call;
    }

    /** {@return short name of the service, such as {@code digitalpost}} */
    public final String service() {
        return call.service();
    }

    /** {@return short name of the operation, such as {@code send}} */
    public final String operation() {
        return call.operation();
    }

    /** {@return the id that travelled with the call, empty if nothing was sent} */
    public final String correlationId() {
        return call.correlationId();
    }

    /** {@return how often the call was tried, 0 if nothing was sent} */
    public final int attempts() {
        return call.attempts();
    }

    /** {@return who must act} */
    public abstract Responsibility responsibility();

    /** {@return whether repeating the same call later may help and cannot make anything happen twice} */
    public abstract boolean isRetryable();
}

package dk.borgerbro.core.observe;

import java.time.Duration;

/** One step of a call, in fields of low cardinality that may become metric tags; only the correlation id is unique. */
public sealed interface CallEvent {
    /** {@return short name of the service, such as {@code digitalpost}} */
    String service();

    /** {@return name of the environment, such as {@code production}} */
    String environment();

    /** {@return short name of the operation, such as {@code send}} */
    String operation();

    /** {@return the id that travels with the call; for traces and logs, not for metrics} */
    String correlationId();

    /**
     * A call began.
     *
     * @param service see {@link #service()}
     * @param environment see {@link #environment()}
     * @param operation see {@link #operation()}
     * @param correlationId see {@link #correlationId()}
     */
    record Started(String service, String environment, String operation, String correlationId) implements CallEvent {}

    /**
     * One try ended.
     *
     * @param service see {@link #service()}
     * @param environment see {@link #environment()}
     * @param operation see {@link #operation()}
     * @param correlationId see {@link #correlationId()}
     * @param attempt its number, from 1
     * @param status HTTP status, 0 if no answer came
     * @param time how long it took
     */
    record Attempt(
            String service,
            String environment,
            String operation,
            String correlationId,
            int attempt,
            int status,
            Duration time)
            implements CallEvent {}

    /**
     * A call ended.
     *
     * @param service see {@link #service()}
     * @param environment see {@link #environment()}
     * @param operation see {@link #operation()}
     * @param correlationId see {@link #correlationId()}
     * @param attempts how often it was tried
     * @param outcome {@code ok}, or the simple name of the exception that the caller gets
     * @param time how long it took, waits included
     */
    record Finished(
            String service,
            String environment,
            String operation,
            String correlationId,
            int attempts,
            String outcome,
            Duration time)
            implements CallEvent {}
}

package dk.borgerbro.testkit.simulator;

import java.time.Duration;

/**
 * Scripts what happens to a call, or to several in a row. Each of the methods that name a fault adds to the script; calls take
 * from it in their order, each one entry. Immutable and thread-safe.
 */
public final class NextCall {
    private final FaultScript script;
    private final boolean signs;
    private final int times;

    NextCall(FaultScript script, boolean signs, int times) {
        this.script = script;
        this.signs = signs;
        this.times = times;
    }

    /**
     * {@return the way to script the same for several calls}
     *
     * @param calls how many, at least 1
     * @throws IllegalArgumentException if it is fewer
     */
    public NextCall times(int calls) {
        if (calls < 1) {
            throw new IllegalArgumentException("at least one call must be scripted");
        }
        return new NextCall(script, signs, calls);
    }

    /** Lets nothing special happen; keeps a place in the script. */
    public void answer() {
        add(Fault.NONE);
    }

    /**
     * Refuses the call with a status, after the whole request came in. The service does nothing.
     *
     * @param status from 200 to 599
     */
    public void respond(int status) {
        respond(status, Duration.ZERO);
    }

    /**
     * Refuses the call with a status and says when to come again.
     *
     * @param status from 200 to 599
     * @param retryAfter sent as {@code Retry-After} in whole seconds, rounded up; zero for no such header
     * @throws IllegalArgumentException if the status is none
     */
    public void respond(int status, Duration retryAfter) {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("a final status lies between 200 and 599");
        }
        add(Fault.status(status, retryAfter));
    }

    /**
     * Lets the service wait before it looks at the call.
     *
     * @param delay real time; the simulator's end cuts it short
     */
    public void delay(Duration delay) {
        add(Fault.delay(delay));
    }

    /** Lets the service do what was asked, and drops the connection without an answer. */
    public void dropAfterReceiving() {
        add(Fault.of(FaultKind.DROP_AFTER_RECEIVING));
    }

    /** Drops the connection before the body is taken in. The service does nothing. */
    public void dropBeforeReceiving() {
        add(Fault.of(FaultKind.DROP_BEFORE_RECEIVING));
    }

    /** Lets the service do what was asked, and drops the connection in the middle of the answer. */
    public void cutAnswer() {
        add(Fault.of(FaultKind.CUT_ANSWER));
    }

    /** Lets the service do what was asked, and answers with random bytes under the right status and content type. */
    public void garbage() {
        add(Fault.of(FaultKind.GARBAGE));
    }

    /**
     * Lets the service do what was asked, and spoils the signature of the answer.
     *
     * @throws UnsupportedOperationException if this service signs no answers
     */
    public void wrongSignature() {
        if (!signs) {
            throw new UnsupportedOperationException("this service signs no answers");
        }
        add(Fault.of(FaultKind.WRONG_SIGNATURE));
    }

    private void add(Fault fault) {
        script.add(fault, times);
    }
}

package dk.borgerbro.testkit.simulator;

/** What may happen to a call. */
public enum FaultKind {
    /** Nothing: the service answers. */
    NONE,
    /** The service takes the request in and refuses it with a status, unread. */
    STATUS,
    /** The service answers, but late. */
    DELAY,
    /** The connection is closed before the body was taken in; the service did nothing. */
    DROP_BEFORE_RECEIVING,
    /** The service does what was asked, and the connection is closed before the first byte of the answer. */
    DROP_AFTER_RECEIVING,
    /** The service does what was asked, and the connection is closed in the middle of the answer. */
    CUT_ANSWER,
    /** The service does what was asked and answers with random bytes in place of the body. */
    GARBAGE,
    /** The service does what was asked and signs the answer wrongly. */
    WRONG_SIGNATURE
}

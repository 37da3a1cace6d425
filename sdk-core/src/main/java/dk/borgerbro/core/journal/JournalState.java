package dk.borgerbro.core.journal;

/** How far a business event has come. */
public enum JournalState {
    /** About to be sent, or under way on some node. After a crash this is what remains, and it means: unknown. */
    STARTED,
    /** Certainly not sent. */
    NOT_SENT,
    /** Sent, no usable answer: may or may not have happened. */
    UNKNOWN,
    /** The service refused it; it did not happen. */
    REFUSED,
    /** The service took it over; final. */
    ACCEPTED
}

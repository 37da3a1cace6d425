package dk.borgerbro.core.journal;

/** How far a business event has come. */
public enum JournalState {
    /** About to be sent, or under way on some node. After a crash this is what remains, and it means: unknown. */
    STARTED,
    /** Certainly not sent. It may be claimed for sending again. */
    NOT_SENT,
    /** Sent, or perhaps sent, and no usable answer: may or may not have happened. */
    UNKNOWN,
    /** It did not happen: the service refused it, or a look-up showed that it never arrived. It may be claimed for sending again. */
    REFUSED,
    /** The service took it over; final. */
    ACCEPTED
}

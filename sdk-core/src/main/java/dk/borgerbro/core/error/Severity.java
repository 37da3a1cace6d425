package dk.borgerbro.core.error;

/** How much a {@link Finding} weighs. */
public enum Severity {
    /** The value or message breaks a rule; it is not sent. */
    ERROR,
    /** The value or message may be sent, but is probably not what was meant. */
    WARNING
}

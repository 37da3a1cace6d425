package dk.borgerbro.testkit.digitalpost;

/** What an organisation may be allowed to send beside ordinary post. */
public enum Permission {
    /** Post that also reaches recipients who are exempt; the header field {@code mandatory}. */
    MANDATORY_POST,
    /** Legal service (da: forkyndelse); the header field {@code legalNotification}. */
    LEGAL_NOTIFICATION
}

package dk.borgerbro.eid.saml;

/**
 * Keeps the messages of logins apart from logs and audit trail, if the application wants that. Called on the calling thread, for each request
 * before it is sent and for each answer to a pending login before it is judged. What it throws reaches the caller, and nobody is logged in.
 */
@FunctionalInterface
public interface MessageArchive {
    /** Keeps one message. */
    void keep(ArchivedMessage message);

    /** {@return an archive that keeps nothing} */
    static MessageArchive none() {
        return message -> {};
    }
}

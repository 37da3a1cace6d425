package dk.borgerbro.digitalpost.memo;

/** What a message is ({@code messageType}); the schema knows these two. */
public enum MessageType {
    /** A letter: has a body. */
    DIGITALPOST,
    /** A text message (NemSMS): has a notification and no body. */
    NEMSMS
}

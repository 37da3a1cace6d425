package dk.borgerbro.core.journal;

/**
 * What a caller may do about a business event after {@link Journal#claim}.
 *
 * @param verdict what to do
 * @param entry the event as it stands; its wire ids are the ones to use
 * @param token tells {@link Journal#settle} which claim this is; empty unless the verdict is SEND or RESOLVE
 */
public record Claim(Verdict verdict, JournalEntry entry, String token) {
    /** What to do. */
    public enum Verdict {
        /** Nothing has happened under this key: send. */
        SEND,
        /** An earlier try ended unknown or with a crash: send the same wire ids again only where the service deduplicates, else look up. */
        RESOLVE,
        /** The service took it over before: hand out the stored answer. */
        DONE,
        /** Another thread or node is sending or looking it up right now. */
        BUSY
    }
}

package dk.borgerbro.core.journal;

import dk.borgerbro.core.config.IdempotencyKey;
import dk.borgerbro.core.id.CvrNumber;

/**
 * Names one business event of one authority at one service; two authorities may use the same key.
 *
 * @param service short name of the service, such as {@code digitalpost}
 * @param authority on whose behalf
 * @param key the caller's key
 */
public record JournalKey(String service, CvrNumber authority, IdempotencyKey key) {}

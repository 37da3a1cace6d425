package dk.borgerbro.core.journal;

import dk.borgerbro.core.config.IdempotencyKey;
import dk.borgerbro.core.error.InvalidInputException;
import dk.borgerbro.core.id.CvrNumber;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Names one business event of one authority at one service; two authorities may use the same key.
 *
 * @param service short name of the service, such as {@code digitalpost}: 1 to 40 of letters, digits and {@code . _ -}
 * @param authority on whose behalf
 * @param key the caller's key
 */
public record JournalKey(String service, CvrNumber authority, IdempotencyKey key) {
    private static final Pattern SERVICE = Pattern.compile("[A-Za-z0-9._-]{1,40}");

    /**
     * Checks the name of the service.
     *
     * @throws InvalidInputException if it has another form
     */
    public JournalKey {
        if (!SERVICE.matcher(service).matches()) {
            throw InvalidInputException.ofValue(
                    "JournalKey", "the service must be 1 to 40 of letters, digits and . _ -");
        }
        Objects.requireNonNull(authority, "authority");
        Objects.requireNonNull(key, "key");
    }
}

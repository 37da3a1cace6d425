package dk.borgerbro.core.store;

import java.time.Instant;
import java.util.Optional;

/**
 * One-time state with an expiry, shared between the nodes of an application. Thread-safe. Keys hold no personal data; values may, and
 * are gone from memory or table once expired.
 */
public interface ExpiringStore {
    /**
     * Stores a value unless the key is taken by one that has not expired: one caller of many wins.
     *
     * @param key 1 to 200 characters
     * @param value copied, at most 64 KiB
     * @param expiresAt from when on it counts as absent
     * @return whether it was stored; {@code false} means the key had been used before
     */
    boolean putIfAbsent(String key, byte[] value, Instant expiresAt);

    /** {@return the value, which stays} */
    Optional<byte[]> get(String key);

    /** {@return the value, which is removed: of many concurrent callers one gets it} */
    Optional<byte[]> take(String key);

    /** Removes a value; an absent one is no error. */
    void remove(String key);
}

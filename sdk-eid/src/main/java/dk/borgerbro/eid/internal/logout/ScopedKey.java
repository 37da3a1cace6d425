package dk.borgerbro.eid.internal.logout;

import dk.borgerbro.core.support.ContentDigest;
import java.nio.charset.StandardCharsets;

/**
 * Keys of stores that several providers may share: hashes of what they stand for, which may be a secret or name a person, together with the
 * provider.
 *
 * @param provider tells one provider's entries from those of others
 */
record ScopedKey(String provider) {
    private static final char END = '\0';

    /** {@return 64 characters; none of the parts but the last may hold the character NUL} */
    String of(String kind, String... parts) {
        String all = provider + END + kind + END + String.join(String.valueOf(END), parts);
        return ContentDigest.of(all.getBytes(StandardCharsets.UTF_8));
    }
}

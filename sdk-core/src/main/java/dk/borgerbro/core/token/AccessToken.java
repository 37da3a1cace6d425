package dk.borgerbro.core.token;

import dk.borgerbro.core.credential.Secret;
import java.time.Instant;

/**
 * An access token.
 *
 * @param scheme how it stands in the {@code Authorization} header, such as {@code Bearer} or {@code Holder-of-key}
 * @param value the token; never logged
 * @param expiresAt when it ends; {@link Instant#MAX} if it does not
 */
public record AccessToken(String scheme, Secret value, Instant expiresAt) {
    /** {@return the value of the {@code Authorization} header} */
    public String authorization() {
        return value.use(characters -> scheme + " " + new String(characters));
    }

    @Override
    public String toString() {
        return "AccessToken(" + scheme + ", hidden, until " + expiresAt + ")";
    }
}

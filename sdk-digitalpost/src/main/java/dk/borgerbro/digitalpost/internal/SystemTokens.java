package dk.borgerbro.digitalpost.internal;

import dk.borgerbro.core.credential.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/** The token that names a system, from its parts: {@code base64(id:token)}. */
public final class SystemTokens {
    private SystemTokens() {}

    /** {@return the token as the service's registration shows it ready-made} */
    public static Secret of(UUID systemId, Secret apiToken) {
        return apiToken.use(characters -> {
            String joined = systemId + ":" + new String(characters);
            return Secret.of(Base64.getEncoder().encodeToString(joined.getBytes(StandardCharsets.UTF_8)));
        });
    }
}

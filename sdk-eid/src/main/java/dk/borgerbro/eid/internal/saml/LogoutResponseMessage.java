package dk.borgerbro.eid.internal.saml;

import dk.borgerbro.eid.saml.NameId;
import java.time.Instant;
import java.util.Optional;

/**
 * The answer to a logout request as it was received.
 *
 * @param signature inside the message; absent with the redirect binding, which signs the query
 */
public record LogoutResponseMessage(
        String id,
        Instant issueInstant,
        Optional<NameId> issuer,
        Optional<String> destination,
        Optional<String> inResponseTo,
        StatusValue status,
        Optional<EnvelopedSignature> signature) {
    @Override
    public String toString() {
        return "LogoutResponseMessage(hidden)";
    }
}

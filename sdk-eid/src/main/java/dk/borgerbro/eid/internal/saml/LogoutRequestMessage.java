package dk.borgerbro.eid.internal.saml;

import dk.borgerbro.eid.saml.NameId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A logout request as it was received.
 *
 * @param nameId absent where it is encrypted or a base id
 * @param signature inside the message; absent with the redirect binding, which signs the query
 */
public record LogoutRequestMessage(
        String id,
        Instant issueInstant,
        Optional<NameId> issuer,
        Optional<String> destination,
        Optional<Instant> notOnOrAfter,
        Optional<NameId> nameId,
        List<String> sessionIndexes,
        Optional<EnvelopedSignature> signature) {
    @Override
    public String toString() {
        return "LogoutRequestMessage(hidden)";
    }
}

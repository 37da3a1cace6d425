package dk.borgerbro.eid.internal.saml;

import dk.borgerbro.eid.saml.NameId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A response as it was received. Nothing in it is protected by a signature, unless {@link #signature} is there and holds: its fields may
 * refuse a login and never grant one.
 *
 * @param plainAssertions how many unencrypted assertions stand in it
 * @param encryptedAssertions those that wait to be opened
 * @param signature of the response itself; need not be there, must hold if it is
 */
public record ResponseMessage(
        String id,
        Instant issueInstant,
        Optional<NameId> issuer,
        Optional<String> destination,
        Optional<String> inResponseTo,
        StatusValue status,
        int plainAssertions,
        List<SealedAssertion> encryptedAssertions,
        Optional<EnvelopedSignature> signature) {
    @Override
    public String toString() {
        return "ResponseMessage(hidden)";
    }
}

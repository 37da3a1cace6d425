package dk.borgerbro.testkit.digitalpost;

import dk.borgerbro.core.credential.Secret;
import dk.borgerbro.core.id.CvrNumber;
import java.security.cert.X509Certificate;
import java.util.UUID;

/**
 * A sender system as it is registered in the administration of Digital Post. Immutable; prints no token.
 *
 * @param systemId names the system
 * @param apiToken the other half of what goes into the {@code Authorization} header
 * @param sender the organisation whose post it sends
 * @param certificate the one that it must present; of the sender itself or of a vendor that the sender has let in
 */
public record SenderSystem(UUID systemId, Secret apiToken, CvrNumber sender, X509Certificate certificate) {
    @Override
    public String toString() {
        return "SenderSystem(" + systemId + " of " + sender + ")";
    }
}

package dk.borgerbro.eid.internal.login;

import dk.borgerbro.core.config.ClientSettings;
import dk.borgerbro.core.credential.KeySource;
import dk.borgerbro.core.id.CvrNumber;
import dk.borgerbro.eid.AssuranceLevel;
import dk.borgerbro.eid.saml.AppPlatform;
import dk.borgerbro.eid.saml.IdentityProviderSource;
import dk.borgerbro.eid.saml.LoginStores;
import dk.borgerbro.eid.saml.MessageArchive;
import dk.borgerbro.eid.saml.OiosamlProfile;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What a service provider was set up with, checked by its builder.
 *
 * @param client clock, randomness, provider of cryptography, audit trail
 * @param authority on whose behalf, for the audit trail
 * @param sessionLifetime of a session whose end the identity provider does not state
 * @param unsolicited whether a login may begin at the identity provider
 * @param authenticatedEncryption whether CBC is refused
 * @param legacyLevel whether the level of OIOSAML 2 counts where there is no other
 * @param appReturn where an app takes over after MitID's
 * @param defaultPage where the browser goes after a login that named no page, or whose page is not known
 */
public record ProviderSettings(
        String entityId,
        URI consumerService,
        IdentityProviderSource identityProvider,
        KeySource key,
        Optional<KeySource> secondaryKey,
        OiosamlProfile profile,
        AssuranceLevel minimumAssurance,
        LoginStores stores,
        ClientSettings client,
        CvrNumber authority,
        Duration clockSkew,
        Duration maxAge,
        Duration sessionLifetime,
        boolean unsolicited,
        boolean authenticatedEncryption,
        boolean legacyLevel,
        Map<AppPlatform, URI> appReturn,
        MessageArchive archive,
        String defaultPage) {
    /** {@return what tells this provider's entries from those of others in the same stores} */
    String scope() {
        return Fingerprint.of(
                entityId, consumerService.toString(), identityProvider.current().entityId());
    }
}

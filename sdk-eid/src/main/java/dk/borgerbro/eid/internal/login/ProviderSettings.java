package dk.borgerbro.eid.internal.login;

import dk.borgerbro.core.config.ClientSettings;
import dk.borgerbro.core.credential.KeySource;
import dk.borgerbro.core.id.CvrNumber;
import dk.borgerbro.core.observe.AuditListener;
import dk.borgerbro.eid.AssuranceLevel;
import dk.borgerbro.eid.internal.flow.Fingerprint;
import dk.borgerbro.eid.internal.logout.LogoutSettings;
import dk.borgerbro.eid.internal.metadata.ServiceProviderMetadata;
import dk.borgerbro.eid.internal.saml.AssuranceRule;
import dk.borgerbro.eid.saml.AppPlatform;
import dk.borgerbro.eid.saml.IdentityProviderSource;
import dk.borgerbro.eid.saml.LoginRequest;
import dk.borgerbro.eid.saml.LoginStores;
import dk.borgerbro.eid.saml.MessageArchive;
import dk.borgerbro.eid.saml.OiosamlProfile;
import dk.borgerbro.eid.saml.SamlBinding;
import dk.borgerbro.eid.saml.ServiceDescription;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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
 * @param afterLogoutPage where the browser goes after a logout
 * @param logoutAnswer how logout requests that came by the browser are answered
 */
public record ProviderSettings(
        String entityId,
        URI consumerService,
        URI logoutService,
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
        ServiceDescription description,
        String defaultPage,
        String afterLogoutPage,
        SamlBinding logoutAnswer) {
    /** {@return what the service tells about itself, with the keys of this moment} */
    public ServiceProviderMetadata metadata() {
        return new ServiceProviderMetadata(
                entityId,
                consumerService,
                ServiceProviderMetadata.logoutAt(logoutService),
                Stream.concat(Stream.of(key), secondaryKey.stream())
                        .map(source -> source.current().certificate())
                        .toList(),
                authenticatedEncryption,
                description.nameIdFormat(),
                ServiceProviderMetadata.attributes(profile, description.kinds(), description.attributes()),
                description.names(),
                description.contacts(),
                description.organisation(),
                description.isPrivate());
    }

    /** {@return the level that a login needs: what it asks for or the minimum, whichever is larger} */
    AssuranceLevel required(LoginRequest request) {
        return request.level()
                .map(level -> AssuranceRule.larger(level, minimumAssurance))
                .orElse(minimumAssurance);
    }

    /** {@return the same with empty stores, no archive and nobody who is told} */
    ProviderSettings unwatched() {
        return new ProviderSettings(
                entityId,
                consumerService,
                logoutService,
                identityProvider,
                key,
                secondaryKey,
                profile,
                minimumAssurance,
                LoginStores.inMemory(client.clock()),
                client.toBuilder().audit(AuditListener.none()).build(),
                authority,
                clockSkew,
                maxAge,
                sessionLifetime,
                unsolicited,
                authenticatedEncryption,
                legacyLevel,
                appReturn,
                MessageArchive.none(),
                description,
                defaultPage,
                afterLogoutPage,
                logoutAnswer);
    }

    LogoutSettings logout() {
        return new LogoutSettings(
                entityId,
                logoutService,
                URI.create(afterLogoutPage),
                identityProvider,
                logoutAnswer,
                key,
                client,
                authority,
                clockSkew,
                maxAge,
                stores.pending(),
                stores.replay(),
                scope());
    }

    /** {@return what tells this provider's entries from those of others in the same stores} */
    String scope() {
        return Fingerprint.of(
                entityId, consumerService.toString(), identityProvider.current().entityId());
    }
}

package dk.borgerbro.eid.internal.logout;

import dk.borgerbro.core.config.ClientSettings;
import dk.borgerbro.core.credential.KeySource;
import dk.borgerbro.core.id.CvrNumber;
import dk.borgerbro.core.store.ExpiringStore;
import dk.borgerbro.eid.saml.IdentityProviderSource;
import dk.borgerbro.eid.saml.SamlBinding;
import java.net.URI;
import java.time.Duration;

/**
 * What logout needs to know, checked by the builder of the service provider.
 *
 * @param entityId this service provider's
 * @param address where logout messages come in, by every binding
 * @param afterLogout where the browser goes in the end: a page of this application
 * @param answerBinding how requests that came by the browser are answered: by POST or redirect. Where the identity provider has no such
 *     address, the other one is taken
 * @param key signs
 * @param client clock, randomness, provider of cryptography, audit trail
 * @param authority on whose behalf, for the audit trail
 * @param clockSkew how far the identity provider's clock may be off
 * @param maxAge how old a message may be, beside the skew
 * @param pending where begun logouts are kept
 * @param replay where used messages are kept
 * @param provider tells this provider's entries from those of others in the same stores
 */
public record LogoutSettings(
        String entityId,
        URI address,
        URI afterLogout,
        IdentityProviderSource identityProvider,
        SamlBinding answerBinding,
        KeySource key,
        ClientSettings client,
        CvrNumber authority,
        Duration clockSkew,
        Duration maxAge,
        ExpiringStore pending,
        ExpiringStore replay,
        String provider) {}

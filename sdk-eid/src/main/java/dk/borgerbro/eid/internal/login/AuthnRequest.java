package dk.borgerbro.eid.internal.login;

import dk.borgerbro.eid.saml.AppPlatform;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A login request, ready to be written.
 *
 * @param issuer this service provider's entityID
 * @param destination exactly as in the identity provider's metadata
 * @param consumerService where the answer goes
 * @param classReferences level, of which a higher one will do too, then kind and credential types
 * @param attributeProfiles for the extension of profile 4.0
 */
record AuthnRequest(
        String id,
        Instant issueInstant,
        String issuer,
        URI destination,
        URI consumerService,
        boolean forceAuthn,
        boolean passive,
        List<String> classReferences,
        List<String> attributeProfiles,
        Optional<AppSwitch> appSwitch) {
    /** Where the browser's app goes on. */
    record AppSwitch(AppPlatform platform, URI returnUrl) {}
}

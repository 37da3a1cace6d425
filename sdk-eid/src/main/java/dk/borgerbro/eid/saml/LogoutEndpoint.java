package dk.borgerbro.eid.saml;

import java.net.URI;

/**
 * Where an identity provider takes logout messages.
 *
 * @param binding how they travel
 * @param location for requests
 * @param responseLocation for answers; the same as {@code location} where the metadata names no other
 */
public record LogoutEndpoint(SamlBinding binding, URI location, URI responseLocation) {
    /** {@return an endpoint that takes requests and answers at one address} */
    public static LogoutEndpoint of(SamlBinding binding, URI location) {
        return new LogoutEndpoint(binding, location, location);
    }
}

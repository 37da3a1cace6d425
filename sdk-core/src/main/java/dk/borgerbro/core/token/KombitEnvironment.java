package dk.borgerbro.core.token;

import dk.borgerbro.core.config.ServiceEnvironment;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.Set;

/**
 * Where KOMBIT's token services are: the security token service of the access control (da: adgangsstyring) and the access token service
 * of Serviceplatformen.
 *
 * @param securityTokens issues SAML assertions for an authority (SF1514)
 * @param accessTokens exchanges an assertion for an access token
 */
public record KombitEnvironment(ServiceEnvironment securityTokens, ServiceEnvironment accessTokens) {
    /**
     * {@return production}
     *
     * @param trustAnchors roots of the services' certificates; empty for the JVM's own
     */
    public static KombitEnvironment production(Set<X509Certificate> trustAnchors) {
        return of(
                "production",
                "https://n2adgangsstyring.stoettesystemerne.dk/",
                "https://prod.serviceplatformen.dk/",
                trustAnchors);
    }

    /**
     * {@return the external test environment (da: eksterntest)}
     *
     * @param trustAnchors roots of the services' certificates; empty for the JVM's own
     */
    public static KombitEnvironment externalTest(Set<X509Certificate> trustAnchors) {
        return of(
                "test",
                "https://n2adgangsstyring.eksterntest-stoettesystemerne.dk/",
                "https://exttest.serviceplatformen.dk/",
                trustAnchors);
    }

    private static KombitEnvironment of(String name, String sts, String access, Set<X509Certificate> trustAnchors) {
        return new KombitEnvironment(service(name, sts, trustAnchors), service(name, access, trustAnchors));
    }

    private static ServiceEnvironment service(String name, String address, Set<X509Certificate> trustAnchors) {
        URI uri = URI.create(address);
        return trustAnchors.isEmpty()
                ? ServiceEnvironment.withSystemTrust(name, uri)
                : ServiceEnvironment.of(name, uri, trustAnchors);
    }
}

package dk.borgerbro.core.config;

import dk.borgerbro.core.error.ConfigurationException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;

/**
 * Where a service is and whom to trust there: name, address and trust anchors as one value, so that a test address can never be
 * called with production trust. Immutable.
 */
public final class ServiceEnvironment {
    private final String name;
    private final URI baseUri;
    private final Set<X509Certificate> trustAnchors;

    private ServiceEnvironment(String name, URI baseUri, Set<X509Certificate> trustAnchors) {
        this.name = name;
        this.baseUri = requireHttps(name, baseUri);
        this.trustAnchors = Set.copyOf(trustAnchors);
    }

    /**
     * {@return an environment whose server certificate must lead to one of the given anchors and to no other}
     *
     * @param name short, for metrics and messages, such as {@code production} or {@code test}
     * @param baseUri https address below which the service's paths lie
     * @param trustAnchors root or issuing certificates; at least one
     * @throws ConfigurationException if the address is not https or no anchor is given
     */
    public static ServiceEnvironment of(String name, URI baseUri, Set<X509Certificate> trustAnchors) {
        if (trustAnchors.isEmpty()) {
            throw new ConfigurationException(
                    "environment",
                    List.of("trust anchors are missing for '" + name + "'; use withSystemTrust for public CAs"));
        }
        return new ServiceEnvironment(name, baseUri, trustAnchors);
    }

    /**
     * {@return an environment whose server certificate must lead to one of the JVM's own anchors}
     *
     * @param name short, for metrics and messages
     * @param baseUri https address below which the service's paths lie
     * @throws ConfigurationException if the address is not https
     */
    public static ServiceEnvironment withSystemTrust(String name, URI baseUri) {
        return new ServiceEnvironment(name, baseUri, Set.of());
    }

    /** {@return the name} */
    public String name() {
        return name;
    }

    /** {@return the address below which the service's paths lie; ends with a slash} */
    public URI baseUri() {
        return baseUri;
    }

    /** {@return the anchors, empty for the JVM's own} */
    public Set<X509Certificate> trustAnchors() {
        return trustAnchors;
    }

    @Override
    public String toString() {
        return name + " (" + baseUri + ")";
    }

    private static URI requireHttps(String name, URI uri) {
        if (!"https".equalsIgnoreCase(uri.getScheme())
                || uri.getHost() == null
                || uri.getRawUserInfo() != null
                || uri.getRawQuery() != null
                || uri.getRawFragment() != null) {
            throw new ConfigurationException(
                    "environment",
                    List.of("the address of '" + name + "' must be https://host[:port]/path and nothing more"));
        }
        return uri.getRawPath().endsWith("/") ? uri : URI.create(uri + "/");
    }
}

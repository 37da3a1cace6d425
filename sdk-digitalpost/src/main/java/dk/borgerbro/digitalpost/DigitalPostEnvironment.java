package dk.borgerbro.digitalpost;

import dk.borgerbro.core.config.ServiceEnvironment;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.Set;

/**
 * Where Digital Post is. The addresses are those of the interface description 1.68; a system registered elsewhere makes its own
 * {@link ServiceEnvironment}.
 */
public final class DigitalPostEnvironment {
    private static final URI PRODUCTION = URI.create("https://api.digitalpost.dk/apis/v1/");
    private static final URI TEST = URI.create("https://api.test.digitalpost.dk/apis/v1/");

    private DigitalPostEnvironment() {}

    /** {@return production, trusting the JVM's own anchors} */
    public static ServiceEnvironment production() {
        return ServiceEnvironment.withSystemTrust("production", PRODUCTION);
    }

    /** {@return production, trusting only these anchors} */
    public static ServiceEnvironment production(Set<X509Certificate> trustAnchors) {
        return ServiceEnvironment.of("production", PRODUCTION, trustAnchors);
    }

    /** {@return the agency's test environment, trusting the JVM's own anchors} */
    public static ServiceEnvironment test() {
        return ServiceEnvironment.withSystemTrust("test", TEST);
    }

    /** {@return the agency's test environment, trusting only these anchors} */
    public static ServiceEnvironment test(Set<X509Certificate> trustAnchors) {
        return ServiceEnvironment.of("test", TEST, trustAnchors);
    }
}

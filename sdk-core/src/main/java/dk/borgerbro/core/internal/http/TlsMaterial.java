package dk.borgerbro.core.internal.http;

import dk.borgerbro.core.config.ServiceEnvironment;
import dk.borgerbro.core.credential.OrganisationKey;
import dk.borgerbro.core.error.ConfigurationException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.DefaultHostnameVerifier;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.reactor.ssl.SSLBufferMode;
import org.jspecify.annotations.Nullable;

/** Whom one environment trusts, made into TLS settings for a key. Immutable and thread-safe. */
final class TlsMaterial {
    static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    private final TrustManager[] trust;
    private final @Nullable Provider provider;

    /**
     * Creates the material.
     *
     * @param provider used for TLS if it offers TLS at all, since some only offer algorithms; null for the JVM's own
     */
    TlsMaterial(ServiceEnvironment environment, @Nullable Provider provider) {
        this.provider = provider != null && provider.getService("SSLContext", "TLS") != null ? provider : null;
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(environment.trustAnchors().isEmpty() ? null : store(environment));
            this.trust = factory.getTrustManagers();
        } catch (GeneralSecurityException | IOException e) {
            throw unusable("the trust anchors of '" + environment.name() + "' cannot be used", e);
        }
    }

    /** {@return how to open TLS with a key, which has session tickets of its own: none outlives its key} */
    TlsSocketStrategy forKey(@Nullable OrganisationKey key) {
        try {
            SSLContext context =
                    provider == null ? SSLContext.getInstance("TLS") : SSLContext.getInstance("TLS", provider);
            KeyManager[] keys = key == null ? new KeyManager[0] : new KeyManager[] {new FixedKeyManager(key)};
            context.init(keys, trust, null);
            return new DefaultClientTlsStrategy(
                    context,
                    PROTOCOLS,
                    null,
                    SSLBufferMode.STATIC,
                    HostnameVerificationPolicy.BOTH,
                    new DefaultHostnameVerifier());
        } catch (GeneralSecurityException e) {
            throw unusable("TLS is not available from the crypto provider", e);
        }
    }

    private static KeyStore store(ServiceEnvironment environment) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        int number = 0;
        for (X509Certificate anchor : environment.trustAnchors()) {
            store.setCertificateEntry("anchor-" + number++, anchor);
        }
        return store;
    }

    private static ConfigurationException unusable(String problem, Exception cause) {
        ConfigurationException error = new ConfigurationException("tls", List.of(problem));
        error.initCause(cause);
        return error;
    }
}

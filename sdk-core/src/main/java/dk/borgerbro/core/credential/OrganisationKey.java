package dk.borgerbro.core.credential;

import dk.borgerbro.core.error.CredentialException;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * A private key with its certificate and the issuers above it. Immutable and thread-safe; prints kind, CVR number and expiry only.
 *
 * <p>The factories take the only key of a source and look at the system's clock; {@link KeyLoader} offers more. All of them
 * make sure that key and certificate belong together, that the issuers are there, and that the certificate is valid now.
 */
public final class OrganisationKey implements KeySource {
    private final PrivateKey privateKey;
    private final List<X509Certificate> chain;

    OrganisationKey(PrivateKey privateKey, List<X509Certificate> chain) {
        this.privateKey = privateKey;
        this.chain = List.copyOf(chain);
    }

    /**
     * {@return the key in a PKCS#12 file, as MitID Erhverv hands them out}
     *
     * @param password of file and entry
     * @throws CredentialException if there is no usable key in it, saying why
     */
    public static OrganisationKey pkcs12(Path file, Secret password) {
        return KeyLoader.defaults().pkcs12(file, password);
    }

    /**
     * {@return the key in a pair of PEM files}
     *
     * @param certificates the certificate and its issuers
     * @param key PKCS#8, not encrypted
     * @throws CredentialException if there is no usable key in them, saying why
     */
    public static OrganisationKey pem(Path certificates, Path key) {
        return KeyLoader.defaults().pem(certificates, key);
    }

    /**
     * {@return the key in an open key store, which may be a device (PKCS#11)}
     *
     * @param password of the entry
     * @throws CredentialException if there is no usable key in it, saying why
     */
    public static OrganisationKey keyStore(KeyStore store, Secret password) {
        return KeyLoader.defaults().keyStore(store, password);
    }

    /**
     * {@return a key that the application has got by other means}
     *
     * @param key may be a handle on a device
     * @param chain its certificate first, then the issuers
     * @throws CredentialException if they are of no use, saying why
     */
    public static OrganisationKey of(PrivateKey key, List<X509Certificate> chain) {
        return KeyLoader.defaults().key(key, chain);
    }

    /** {@return the private key, which may live in a device and then has no encoded form} */
    public PrivateKey privateKey() {
        return privateKey;
    }

    /** {@return the certificate of the key} */
    public X509Certificate certificate() {
        return chain.get(0);
    }

    /** {@return the certificate followed by its issuers} */
    public List<X509Certificate> chain() {
        return chain;
    }

    /** {@return the certificate, read as an OCES certificate} */
    public OcesCertificate oces() {
        return OcesCertificate.of(certificate());
    }

    /**
     * {@return this key}
     *
     * @param now when it is to be used
     * @throws CredentialException if the certificate has expired or is not valid yet
     */
    public OrganisationKey requireValidAt(Instant now) {
        String which = "certificate (" + KeyKind.describe(certificate().getPublicKey()) + ")";
        CertificateDates.failure(new Source("key in use"), which, certificate(), now)
                .ifPresent(failure -> {
                    throw new CredentialException(List.of(failure));
                });
        return this;
    }

    /** {@return this key, always} */
    @Override
    public OrganisationKey current() {
        return this;
    }

    @Override
    public String toString() {
        return "OrganisationKey[" + oces().summary() + "]";
    }
}

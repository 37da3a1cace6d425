package dk.borgerbro.core.credential;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/** A private key with its certificate and the issuers above it. Immutable and thread-safe; prints subject and expiry only. */
public final class OrganisationKey implements KeySource {
    private final PrivateKey privateKey;
    private final List<X509Certificate> chain;

    OrganisationKey(PrivateKey privateKey, List<X509Certificate> chain) {
        this.privateKey = privateKey;
        this.chain = List.copyOf(chain);
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

    /** {@return this key, always} */
    @Override
    public OrganisationKey current() {
        return this;
    }
}

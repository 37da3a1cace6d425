package dk.borgerbro.testkit.pki;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A private key with its certificate, in every form that a test may need it. Immutable and thread-safe. */
public final class TestIdentity {
    private static final String ALIAS = "borgerbro-test";

    private final PrivateKey privateKey;
    private final List<X509Certificate> chain;

    TestIdentity(PrivateKey privateKey, List<X509Certificate> chain) {
        this.privateKey = privateKey;
        this.chain = List.copyOf(chain);
    }

    /** {@return the private key, RSA} */
    public PrivateKey privateKey() {
        return privateKey;
    }

    /** {@return the certificate of the key} */
    public X509Certificate certificate() {
        return chain.get(0);
    }

    /** {@return the certificate followed by its issuers, the root last} */
    public List<X509Certificate> chain() {
        return chain;
    }

    /** {@return the alias of the entry in {@link #keyStore} and {@link #pkcs12}} */
    public String alias() {
        return ALIAS;
    }

    /** {@return the same key and certificate without the issuers} */
    public TestIdentity withoutIssuers() {
        return new TestIdentity(privateKey, chain.subList(0, 1));
    }

    /** {@return this certificate with the key of another, which does not fit unless both share a key} */
    public TestIdentity withKeyOf(TestIdentity other) {
        return new TestIdentity(other.privateKey, chain);
    }

    /**
     * {@return a PKCS#12 key store in memory with one entry}
     *
     * @param password of the entry
     */
    public KeyStore keyStore(char[] password) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(ALIAS, privateKey, password, chain.toArray(new Certificate[0]));
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the key store cannot be made", e);
        }
    }

    /**
     * {@return the content of a {@code .p12} file with one entry}
     *
     * @param password of store and entry
     */
    public byte[] pkcs12(char[] password) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            keyStore(password).store(out, password);
            return out.toByteArray();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the key store cannot be written", e);
        }
    }

    /**
     * Writes a {@code .p12} file.
     *
     * @param file should lie in a directory that the test removes
     * @param password of store and entry
     * @return the file
     */
    public Path writePkcs12(Path file, char[] password) throws IOException {
        return Files.write(file, pkcs12(password));
    }

    /** {@return the key as PEM, PKCS#8, not encrypted} */
    public String pemKey() {
        return Pem.block("PRIVATE KEY", privateKey.getEncoded());
    }

    /**
     * {@return the key as PEM, PKCS#8, encrypted with AES-256 and PBKDF2 as {@code openssl pkcs8} does}
     *
     * @param password opens it
     */
    public String encryptedPemKey(char[] password) {
        return Pem.encryptedKey(privateKey, password);
    }

    /** {@return the key as PEM in the older PKCS#1 form ({@code BEGIN RSA PRIVATE KEY})} */
    public String pkcs1PemKey() {
        return Pem.pkcs1Key(privateKey);
    }

    /** {@return certificate and issuers as PEM} */
    public String pemChain() {
        return Pem.certificates(chain);
    }

    /**
     * {@return a TLS context that shows this identity, for a server or a client}
     *
     * @param trusted roots that the other side's certificate must come from, at least one
     */
    public SSLContext sslContext(X509Certificate... trusted) {
        char[] password = "in memory only".toCharArray();
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(keyStore(password), password);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(TestPki.trustStore(List.of(trusted)));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the TLS context cannot be made", e);
        }
    }

    /** {@return the subject only} */
    @Override
    public String toString() {
        return "TestIdentity[" + certificate().getSubjectX500Principal() + "]";
    }
}

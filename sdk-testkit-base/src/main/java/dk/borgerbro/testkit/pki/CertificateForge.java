package dk.borgerbro.testkit.pki;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Builds and signs certificates. Keeps its provider to itself: the JVM's list of providers stays as it is. */
final class CertificateForge {
    static final String PSS = "SHA256withRSAandMGF1";
    static final String PKCS1 = "SHA256withRSA";

    private final Provider provider = new BouncyCastleProvider();
    private final SecureRandom random = new SecureRandom();

    Provider provider() {
        return provider;
    }

    ContentSigner signer(PrivateKey key, String algorithm) throws OperatorCreationException {
        return new JcaContentSignerBuilder(algorithm).setProvider(provider).build(key);
    }

    X509Certificate certificate(
            X500Name subject,
            PublicKey subjectKey,
            X500Name issuer,
            PrivateKey issuerKey,
            Validity validity,
            List<Extension> extensions,
            String algorithm) {
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                issuer,
                new BigInteger(159, random).setBit(158),
                Date.from(validity.from()),
                Date.from(validity.until()),
                subject,
                SubjectPublicKeyInfo.getInstance(subjectKey.getEncoded()));
        try {
            for (Extension extension : extensions) {
                builder.addExtension(extension);
            }
            X509CertificateHolder signed = builder.build(signer(issuerKey, algorithm));
            // Converted by the JDK, so that tests see the same class as users.
            return new JcaX509CertificateConverter().getCertificate(signed);
        } catch (CertIOException | OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException("the test certificate cannot be made", e);
        }
    }

    /**
     * When a certificate is valid.
     *
     * @param from first instant
     * @param until last instant
     */
    record Validity(Instant from, Instant until) {}
}

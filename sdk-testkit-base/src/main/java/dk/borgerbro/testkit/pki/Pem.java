package dk.borgerbro.testkit.pki;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.jcajce.JcaPKCS8EncryptedPrivateKeyInfoBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;

/** Writes the text forms of keys and certificates. */
final class Pem {
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

    private Pem() {}

    static String block(String type, byte[] der) {
        return "-----BEGIN " + type + "-----\n" + LINES.encodeToString(der) + "\n-----END " + type + "-----\n";
    }

    static String certificates(List<X509Certificate> certificates) {
        StringBuilder out = new StringBuilder();
        for (X509Certificate certificate : certificates) {
            try {
                out.append(block("CERTIFICATE", certificate.getEncoded()));
            } catch (CertificateEncodingException e) {
                throw new IllegalStateException("a certificate that was just made has no encoding", e);
            }
        }
        return out.toString();
    }

    static String pkcs1Key(PrivateKey key) {
        try {
            byte[] der = PrivateKeyInfo.getInstance(key.getEncoded())
                    .parsePrivateKey()
                    .toASN1Primitive()
                    .getEncoded();
            return block("RSA PRIVATE KEY", der);
        } catch (IOException e) {
            throw new IllegalStateException("the key has no PKCS#1 form", e);
        }
    }

    static String encryptedKey(PrivateKey key, char[] password) {
        try {
            PKCS8EncryptedPrivateKeyInfo encrypted = new JcaPKCS8EncryptedPrivateKeyInfoBuilder(key)
                    .build(new JcePKCSPBEOutputEncryptorBuilder(NISTObjectIdentifiers.id_aes256_CBC)
                            .setPRF(new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256))
                            .setIterationCount(2048)
                            .setProvider(new BouncyCastleProvider())
                            .build(password));
            return block("ENCRYPTED PRIVATE KEY", encrypted.getEncoded());
        } catch (OperatorCreationException | IOException e) {
            throw new IllegalStateException("the key cannot be encrypted", e);
        }
    }
}

package dk.borgerbro.core.credential;

import dk.borgerbro.core.error.CredentialException.Reason;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HexFormat;

/** Single certificates in files, and their fingerprints. */
final class CertificateFile {
    private CertificateFile() {}

    static X509Certificate read(Path file) {
        Source source = Source.file("certificate", file);
        byte[] content = BoundedFile.read(source, file);
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(content));
        } catch (CertificateException e) {
            throw source.exception(Reason.MALFORMED, "it is no certificate in PEM or DER form");
        }
    }

    /** {@return the fingerprint, 64 lower-case hexadecimal digits} */
    static String sha256(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("a certificate without an encoded form", e);
        }
    }
}

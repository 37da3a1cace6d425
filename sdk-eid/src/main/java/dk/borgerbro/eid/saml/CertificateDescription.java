package dk.borgerbro.eid.saml;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import javax.security.auth.x500.X500Principal;

/**
 * What people compare of a certificate.
 *
 * @param subject whom it names
 * @param notAfter last instant of its validity
 * @param sha256 its fingerprint, 64 lower-case hexadecimal digits
 */
public record CertificateDescription(String subject, Instant notAfter, String sha256) {
    private static final Map<String, String> KEYWORDS =
            Map.of("2.5.4.5", "serialNumber", "2.5.4.97", "organizationIdentifier");

    /** {@return the description of a certificate} */
    public static CertificateDescription of(X509Certificate certificate) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return new CertificateDescription(
                    certificate.getSubjectX500Principal().getName(X500Principal.RFC2253, KEYWORDS),
                    certificate.getNotAfter().toInstant(),
                    HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("a certificate without an encoded form", e);
        }
    }

    /** {@return expiry and fingerprint; the subject of an employee's certificate would be personal} */
    @Override
    public String toString() {
        return "valid until " + notAfter + ", sha256 " + sha256;
    }
}

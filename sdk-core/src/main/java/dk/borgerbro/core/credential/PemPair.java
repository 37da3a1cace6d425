package dk.borgerbro.core.credential;

import dk.borgerbro.core.error.CredentialException.Reason;
import java.io.ByteArrayInputStream;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts a key and its certificates together from PEM text. */
final class PemPair {
    private static final int MOST_CERTIFICATES = 100;

    private PemPair() {}

    static KeyEntry read(
            Source certificateSource,
            byte[] certificateText,
            Source keySource,
            byte[] keyText,
            @Nullable Secret password) {
        List<X509Certificate> certificates = certificates(certificateSource, certificateText);
        PrivateKey key = PemKey.read(keySource, keyText, password);
        List<X509Certificate> ordered = new ArrayList<>(certificates);
        // Files hold root first or leaf first; the certificate that belongs to the key is the one that is meant.
        for (X509Certificate candidate : certificates) {
            if (new KeyEntry("", key, List.of(candidate), Optional.empty()).keyFits()) {
                ordered.remove(candidate);
                ordered.add(0, candidate);
                break;
            }
        }
        return new KeyEntry("certificate", key, ordered, Optional.empty());
    }

    private static List<X509Certificate> certificates(Source source, byte[] text) {
        List<X509Certificate> certificates = new ArrayList<>();
        for (PemBlock block : PemBlock.all(source, text)) {
            if (block.type().equals("CERTIFICATE")) {
                certificates.add(certificate(source, block.content()));
            }
        }
        if (certificates.isEmpty()) {
            throw source.exception(Reason.NO_ENTRY, "it holds no certificate (BEGIN CERTIFICATE)");
        }
        if (certificates.size() > MOST_CERTIFICATES) {
            throw source.exception(
                    Reason.MALFORMED, "it holds more than " + MOST_CERTIFICATES + " certificates; give the chain only");
        }
        return certificates;
    }

    private static X509Certificate certificate(Source source, byte[] der) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException e) {
            throw source.exception(Reason.MALFORMED, "a certificate in it is damaged");
        }
    }
}

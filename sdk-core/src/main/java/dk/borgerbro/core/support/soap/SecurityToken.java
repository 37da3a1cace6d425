package dk.borgerbro.core.support.soap;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import org.w3c.dom.Element;

/** How a message tells its receiver which key signed it. Immutable. */
public sealed interface SecurityToken {
    /** {@return a reference to the certificate, sent along in the security header: what most services want} */
    static SecurityToken binary(X509Certificate certificate) {
        return new Binary(certificate);
    }

    /**
     * {@return a reference by subject key identifier; the receiver has the certificate}
     *
     * @throws IllegalArgumentException if the certificate has none
     */
    static SecurityToken keyIdentifier(X509Certificate certificate) {
        return new KeyIdentifier(certificate);
    }

    /**
     * {@return a SAML token, sent along as it came}
     *
     * @param assertion {@code Assertion} or {@code EncryptedAssertion}; copied, never looked into
     * @param identifier what the reference says: the assertion's id, or the literal {@code encryptedassertion}
     */
    static SecurityToken saml(Element assertion, String identifier) {
        return new Saml(assertion, identifier);
    }

    /** A certificate that is sent along. */
    record Binary(X509Certificate certificate) implements SecurityToken {
        String base64() {
            try {
                return Base64.getEncoder().encodeToString(certificate.getEncoded());
            } catch (CertificateEncodingException e) {
                throw new IllegalArgumentException("the certificate cannot be encoded");
            }
        }

        @Override
        public String toString() {
            return "SecurityToken(binary)";
        }
    }

    /** A certificate that the receiver knows. */
    record KeyIdentifier(X509Certificate certificate) implements SecurityToken {
        private static final String EXTENSION = "2.5.29.14";
        /** Two octet strings, one in the other, each with a tag and a length below 128. */
        private static final int TAGS = 4;

        /** Refuses a certificate without the identifier. */
        public KeyIdentifier {
            byte[] extension = certificate.getExtensionValue(EXTENSION);
            if (extension == null || extension.length <= TAGS || extension[3] != extension.length - TAGS) {
                throw new IllegalArgumentException("the certificate has no subject key identifier");
            }
        }

        String base64() {
            byte[] extension = certificate.getExtensionValue(EXTENSION);
            return Base64.getEncoder().encodeToString(Arrays.copyOfRange(extension, TAGS, extension.length));
        }

        @Override
        public String toString() {
            return "SecurityToken(key identifier)";
        }
    }

    /** A SAML token. */
    record Saml(Element assertion, String identifier) implements SecurityToken {
        @Override
        public String toString() {
            return "SecurityToken(saml)";
        }
    }
}

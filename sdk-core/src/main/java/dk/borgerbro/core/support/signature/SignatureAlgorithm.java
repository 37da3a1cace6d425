package dk.borgerbro.core.support.signature;

import java.security.Key;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.util.Arrays;
import java.util.Optional;
import javax.xml.crypto.dsig.DigestMethod;

/** Signature algorithms with the digest that goes with each (RFC 6931, RFC 9231). HMAC and DSA are not here on purpose. */
public enum SignatureAlgorithm {
    /** RSA PKCS#1 1.5 with SHA-256: what Danish services name today. */
    RSA_SHA256("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", DigestMethod.SHA256, "RSA"),
    /** RSA PKCS#1 1.5 with SHA-384. */
    RSA_SHA384(
            "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384",
            "http://www.w3.org/2001/04/xmldsig-more#sha384",
            "RSA"),
    /** RSA PKCS#1 1.5 with SHA-512. */
    RSA_SHA512("http://www.w3.org/2001/04/xmldsig-more#rsa-sha512", DigestMethod.SHA512, "RSA"),
    /** RSASSA-PSS with SHA-256. */
    RSA_PSS_SHA256("http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1", DigestMethod.SHA256, "RSA"),
    /** RSASSA-PSS with SHA-384. */
    RSA_PSS_SHA384(
            "http://www.w3.org/2007/05/xmldsig-more#sha384-rsa-MGF1",
            "http://www.w3.org/2001/04/xmldsig-more#sha384",
            "RSA"),
    /** RSASSA-PSS with SHA-512. */
    RSA_PSS_SHA512("http://www.w3.org/2007/05/xmldsig-more#sha512-rsa-MGF1", DigestMethod.SHA512, "RSA"),
    /** ECDSA with SHA-256. */
    ECDSA_SHA256("http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256", DigestMethod.SHA256, "EC"),
    /** ECDSA with SHA-384. */
    ECDSA_SHA384(
            "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384",
            "http://www.w3.org/2001/04/xmldsig-more#sha384",
            "EC"),
    /** ECDSA with SHA-512. */
    ECDSA_SHA512("http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha512", DigestMethod.SHA512, "EC"),
    /** RSA with SHA-1: broken, and taken only under {@link SignatureProfile#legacyRsaSha1()}. */
    RSA_SHA1("http://www.w3.org/2000/09/xmldsig#rsa-sha1", DigestMethod.SHA1, "RSA");

    private final String uri;
    private final String digestUri;
    private final String family;

    SignatureAlgorithm(String uri, String digestUri, String family) {
        this.uri = uri;
        this.digestUri = digestUri;
        this.family = family;
    }

    /** {@return the identifier that stands in the signature} */
    public String uri() {
        return uri;
    }

    /** {@return the identifier of the digest that is used with it} */
    public String digestUri() {
        return digestUri;
    }

    /** {@return the algorithm with an identifier, empty if it is none of these} */
    public static Optional<SignatureAlgorithm> of(String uri) {
        return Arrays.stream(values()).filter(a -> a.uri.equals(uri)).findFirst();
    }

    /** {@return what is wrong with a key for this algorithm, empty if nothing is} */
    Optional<String> unfit(Key key, SignatureProfile profile) {
        if (!matchesFamily(key)) {
            return Optional.of("the key is not of the kind " + family + " that the algorithm needs");
        }
        if (key instanceof RSAKey rsa && rsa.getModulus().bitLength() < profile.minimumRsaBits()) {
            return Optional.of("the RSA key has fewer than " + profile.minimumRsaBits() + " bits");
        }
        if (key instanceof ECKey ec && ec.getParams().getOrder().bitLength() < profile.minimumEcBits()) {
            return Optional.of("the EC key has fewer than " + profile.minimumEcBits() + " bits");
        }
        return Optional.empty();
    }

    /** A key in a device may not say more than its kind. */
    private boolean matchesFamily(Key key) {
        return key.getAlgorithm().equals(family)
                || (family.equals("RSA") && key.getAlgorithm().equals("RSASSA-PSS"));
    }
}

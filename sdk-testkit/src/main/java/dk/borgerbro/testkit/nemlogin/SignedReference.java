package dk.borgerbro.testkit.nemlogin;

import java.util.List;

/**
 * A {@code ds:Reference} to be: what it points to, how that is transformed and digested.
 *
 * @param uri such as {@code #_id}; the word {@code own} stands for {@code #} and the ID of the signed element; empty for the
 *     whole document
 * @param transforms in their order
 * @param digest identifier of the digest algorithm
 */
public record SignedReference(String uri, List<SignedTransform> transforms, String digest) {
    /** Stands for the ID of the signed element. */
    public static final String OWN = "own";

    /** Copies the list. */
    public SignedReference {
        transforms = List.copyOf(transforms);
    }

    /** {@return the one reference of a good SAML signature: own ID, enveloped, exclusive canonicalisation, SHA-256} */
    public static SignedReference good() {
        return new SignedReference(
                OWN,
                List.of(
                        SignedTransform.of(SamlAlgorithms.ENVELOPED),
                        SignedTransform.of(SamlAlgorithms.EXCLUSIVE_C14N)),
                SamlAlgorithms.SHA256);
    }

    /** {@return the same with another target} */
    public SignedReference withUri(String uri) {
        return new SignedReference(uri, transforms, digest);
    }

    /** {@return the same with other transforms} */
    public SignedReference withTransforms(SignedTransform... transforms) {
        return new SignedReference(uri, List.of(transforms), digest);
    }

    /** {@return the same with another digest algorithm} */
    public SignedReference withDigest(String digest) {
        return new SignedReference(uri, transforms, digest);
    }
}

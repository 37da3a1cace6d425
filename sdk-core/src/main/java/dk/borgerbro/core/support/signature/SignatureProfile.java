package dk.borgerbro.core.support.signature;

import java.util.EnumSet;
import java.util.Set;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.Transform;

/**
 * What a signature may be made of; everything else is refused. Immutable and thread-safe.
 *
 * <p>Starts from {@link #strict()}. A service that cannot do better yet gets a profile of its own, as a value that stands in that service's
 * client and reaches no other.
 */
public final class SignatureProfile {
    private static final SignatureProfile STRICT =
            new SignatureProfile(EnumSet.complementOf(EnumSet.of(SignatureAlgorithm.RSA_SHA1)), false);
    private static final SignatureProfile LEGACY = new SignatureProfile(EnumSet.of(SignatureAlgorithm.RSA_SHA1), false);

    private final Set<SignatureAlgorithm> algorithms;
    private final boolean implicitCanonicalization;

    private SignatureProfile(Set<SignatureAlgorithm> algorithms, boolean implicitCanonicalization) {
        this.algorithms = EnumSet.copyOf(algorithms);
        this.implicitCanonicalization = implicitCanonicalization;
    }

    /** {@return SHA-2 with RSA (both paddings) or ECDSA, exclusive canonicalisation said in each reference} */
    public static SignatureProfile strict() {
        return STRICT;
    }

    /**
     * {@return RSA with SHA-1 and nothing else, for services that still answer so (eIndkomst, policy Basic256)}
     *
     * <p>The JDK's secure validation refuses SHA-1 for the whole JVM and has no setting for one signature. Under this profile alone it is
     * therefore off for the one validation, and the checks that it would make are made by {@link XmlSignatureVerifier}, which makes them always.
     */
    public static SignatureProfile legacyRsaSha1() {
        return LEGACY;
    }

    /** {@return this profile for one algorithm only} */
    public SignatureProfile only(SignatureAlgorithm algorithm) {
        if (!algorithms.contains(algorithm)) {
            throw new IllegalArgumentException(algorithm + " is not in the profile");
        }
        return new SignatureProfile(EnumSet.of(algorithm), implicitCanonicalization);
    }

    /**
     * {@return this profile, which also takes references that name no canonicalisation and so mean inclusive XML 1.0 canonicalisation}
     *
     * <p>Only NemLog-in's token service is known to answer so.
     */
    public SignatureProfile withImplicitCanonicalization() {
        return new SignatureProfile(algorithms, true);
    }

    boolean allows(SignatureAlgorithm algorithm) {
        return algorithms.contains(algorithm);
    }

    boolean allowsDigest(String uri) {
        return algorithms.stream().anyMatch(a -> a.digestUri().equals(uri));
    }

    boolean allowsCanonicalization(String uri) {
        return uri.equals(CanonicalizationMethod.EXCLUSIVE)
                || uri.equals(CanonicalizationMethod.EXCLUSIVE_WITH_COMMENTS);
    }

    boolean allowsTransform(String uri) {
        return uri.equals(Transform.ENVELOPED) || allowsCanonicalization(uri);
    }

    boolean allowsImplicitCanonicalization() {
        return implicitCanonicalization;
    }

    boolean isLegacy() {
        return algorithms.contains(SignatureAlgorithm.RSA_SHA1);
    }

    int minimumRsaBits() {
        return 2048;
    }

    int minimumEcBits() {
        return 256;
    }

    int maximumReferences() {
        return 20;
    }

    int maximumTransforms() {
        return 2;
    }
}

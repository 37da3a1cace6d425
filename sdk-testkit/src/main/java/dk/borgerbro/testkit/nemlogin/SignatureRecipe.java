package dk.borgerbro.testkit.nemlogin;

import dk.borgerbro.testkit.pki.TestIdentity;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.crypto.spec.SecretKeySpec;

/**
 * How a message is signed: right by default, each deviation one method. Immutable and thread-safe.
 *
 * <p>By default RSA-SHA256 over one reference to the element's own ID, with SHA-256, exclusive canonicalisation and the signer's
 * certificate in {@code KeyInfo}. Keys other than RSA need {@link #withAlgorithm}.
 */
public final class SignatureRecipe {
    private final Key key;
    private final String algorithm;
    private final String claimedAlgorithm;
    private final String canonicalization;
    private final List<SignedReference> references;
    private final String keyInfo;
    private final String object;
    private final Changes<XmlPart> signedInfo;

    private SignatureRecipe(
            Key key,
            String algorithm,
            String claimedAlgorithm,
            String canonicalization,
            List<SignedReference> references,
            String keyInfo,
            String object,
            Changes<XmlPart> signedInfo) {
        this.key = key;
        this.algorithm = algorithm;
        this.claimedAlgorithm = claimedAlgorithm;
        this.canonicalization = canonicalization;
        this.references = List.copyOf(references);
        this.keyInfo = keyInfo;
        this.object = object;
        this.signedInfo = signedInfo;
    }

    /** {@return a good signature by somebody, whose certificate goes along} */
    public static SignatureRecipe by(TestIdentity signer) {
        return by(signer.privateKey()).withCertificate(signer.certificate());
    }

    /** {@return a good signature with a bare key, private or secret, without {@code KeyInfo}} */
    public static SignatureRecipe by(Key key) {
        return new SignatureRecipe(
                key,
                SamlAlgorithms.RSA_SHA256,
                "",
                SamlAlgorithms.EXCLUSIVE_C14N,
                List.of(SignedReference.good()),
                "",
                "",
                Changes.none());
    }

    /** {@return an HMAC-SHA256 with any bytes as secret, such as somebody's public key} */
    public static SignatureRecipe bySecret(byte[] secret) {
        return by(new SecretKeySpec(secret, "HmacSHA256")).withAlgorithm(SamlAlgorithms.HMAC_SHA256);
    }

    /** {@return the same with another signature algorithm} */
    public SignatureRecipe withAlgorithm(String uri) {
        return new SignatureRecipe(key, uri, "", canonicalization, references, keyInfo, object, signedInfo);
    }

    /** {@return the same, but the message names another algorithm than the one used} */
    public SignatureRecipe claimingAlgorithm(String uri) {
        return new SignatureRecipe(key, algorithm, uri, canonicalization, references, keyInfo, object, signedInfo);
    }

    /** {@return the same with another digest in all references} */
    public SignatureRecipe withDigest(String uri) {
        return changeReferences(reference -> reference.withDigest(uri));
    }

    /** {@return the same with another canonicalisation of SignedInfo} */
    public SignatureRecipe withCanonicalization(String uri) {
        return new SignatureRecipe(key, algorithm, claimedAlgorithm, uri, references, keyInfo, object, signedInfo);
    }

    /** {@return the same with other transforms in all references} */
    public SignatureRecipe withTransforms(SignedTransform... transforms) {
        return changeReferences(reference -> reference.withTransforms(transforms));
    }

    /** {@return the same with one more transform at the end of all references} */
    public SignatureRecipe withExtraTransform(String uri, String content) {
        return changeReferences(reference -> {
            List<SignedTransform> more = new ArrayList<>(reference.transforms());
            more.add(new SignedTransform(uri, content));
            return reference.withTransforms(more.toArray(SignedTransform[]::new));
        });
    }

    /** {@return the same with another target in all references} */
    public SignatureRecipe withReferenceUri(String uri) {
        return changeReferences(reference -> reference.withUri(uri));
    }

    /** {@return the same with other references, any number} */
    public SignatureRecipe withReferences(SignedReference... others) {
        return new SignatureRecipe(
                key, algorithm, claimedAlgorithm, canonicalization, List.of(others), keyInfo, object, signedInfo);
    }

    /** {@return the same with this certificate in {@code KeyInfo}, whatever the key} */
    public SignatureRecipe withCertificate(X509Certificate certificate) {
        return withKeyInfo(
                "<ds:X509Data><ds:X509Certificate>" + base64(certificate) + "</ds:X509Certificate></ds:X509Data>");
    }

    /** {@return the same with other content of {@code KeyInfo}, a fragment; empty for no {@code KeyInfo}} */
    public SignatureRecipe withKeyInfo(String fragment) {
        return new SignatureRecipe(
                key, algorithm, claimedAlgorithm, canonicalization, references, fragment, object, signedInfo);
    }

    /** {@return the same without {@code KeyInfo}} */
    public SignatureRecipe withoutKeyInfo() {
        return withKeyInfo("");
    }

    /** {@return the same with a {@code ds:Object} that holds a fragment} */
    public SignatureRecipe withObject(String fragment) {
        return new SignatureRecipe(
                key,
                algorithm,
                claimedAlgorithm,
                canonicalization,
                references,
                keyInfo,
                "<ds:Object>" + fragment + "</ds:Object>",
                signedInfo);
    }

    /** {@return the same, with SignedInfo changed after the digests are in it and before it is signed} */
    public SignatureRecipe changeSignedInfo(Consumer<XmlPart> change) {
        return new SignatureRecipe(
                key,
                algorithm,
                claimedAlgorithm,
                canonicalization,
                references,
                keyInfo,
                object,
                signedInfo.doing(change));
    }

    private SignatureRecipe changeReferences(UnaryOperator<SignedReference> change) {
        return withReferences(references.stream().map(change).toArray(SignedReference[]::new));
    }

    Key key() {
        return key;
    }

    String algorithm() {
        return algorithm;
    }

    String claimedAlgorithm() {
        return claimedAlgorithm.isEmpty() ? algorithm : claimedAlgorithm;
    }

    String canonicalization() {
        return canonicalization;
    }

    List<SignedReference> references() {
        return references;
    }

    String keyInfo() {
        return keyInfo;
    }

    String object() {
        return object;
    }

    Changes<XmlPart> signedInfo() {
        return signedInfo;
    }

    @Override
    public String toString() {
        return "SignatureRecipe(" + claimedAlgorithm() + ")";
    }

    static String base64(X509Certificate certificate) {
        try {
            return new String(Base64.getEncoder().encode(certificate.getEncoded()), StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the certificate cannot be encoded", e);
        }
    }
}

package dk.borgerbro.testkit.nemlogin;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;

/** The JCA's names for the identifiers of XML Signature, and signing with them. */
final class JcaSignature {
    private static final Map<String, String> DIGESTS = Map.of(
            SamlAlgorithms.MD5, "MD5",
            SamlAlgorithms.SHA1, "SHA-1",
            SamlAlgorithms.SHA224, "SHA-224",
            SamlAlgorithms.SHA256, "SHA-256",
            SamlAlgorithms.SHA384, "SHA-384",
            SamlAlgorithms.SHA512, "SHA-512");
    private static final Map<String, String> SIGNATURES = signatures();

    private JcaSignature() {}

    private static Map<String, String> signatures() {
        Map<String, String> names = new HashMap<>();
        names.put(SamlAlgorithms.RSA_MD5, "MD5withRSA");
        names.put(SamlAlgorithms.RSA_SHA1, "SHA1withRSA");
        names.put(SamlAlgorithms.RSA_SHA224, "SHA224withRSA");
        names.put(SamlAlgorithms.RSA_SHA256, "SHA256withRSA");
        names.put(SamlAlgorithms.RSA_SHA384, "SHA384withRSA");
        names.put(SamlAlgorithms.RSA_SHA512, "SHA512withRSA");
        names.put(SamlAlgorithms.PSS_SHA1, "PSS SHA-1");
        names.put(SamlAlgorithms.PSS_SHA256, "PSS SHA-256");
        names.put(SamlAlgorithms.PSS_SHA384, "PSS SHA-384");
        names.put(SamlAlgorithms.PSS_SHA512, "PSS SHA-512");
        names.put(SamlAlgorithms.ECDSA_SHA1, "SHA1withECDSAinP1363Format");
        names.put(SamlAlgorithms.ECDSA_SHA256, "SHA256withECDSAinP1363Format");
        names.put(SamlAlgorithms.ECDSA_SHA384, "SHA384withECDSAinP1363Format");
        names.put(SamlAlgorithms.ECDSA_SHA512, "SHA512withECDSAinP1363Format");
        names.put(SamlAlgorithms.DSA_SHA1, "SHA1withDSAinP1363Format");
        names.put(SamlAlgorithms.DSA_SHA256, "SHA256withDSAinP1363Format");
        names.put(SamlAlgorithms.HMAC_SHA1, "HmacSHA1");
        names.put(SamlAlgorithms.HMAC_SHA256, "HmacSHA256");
        names.put(SamlAlgorithms.HMAC_SHA512, "HmacSHA512");
        return Map.copyOf(names);
    }

    static byte[] digest(String uri, byte[] content) {
        try {
            return MessageDigest.getInstance(known(DIGESTS, uri)).digest(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK does not digest with " + uri, e);
        }
    }

    static byte[] sign(String uri, Key key, byte[] content, SecureRandom random) {
        try {
            String name = known(SIGNATURES, uri);
            if (name.startsWith("Hmac")) {
                Mac mac = Mac.getInstance(name);
                mac.init(key);
                return mac.doFinal(content);
            }
            Signature signature = signature(name);
            signature.initSign((PrivateKey) key, random);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the key cannot sign with " + uri, e);
        }
    }

    static boolean verifies(String uri, PublicKey key, byte[] content, byte[] value) {
        try {
            Signature signature = signature(known(SIGNATURES, uri));
            signature.initVerify(key);
            signature.update(content);
            return signature.verify(value);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static Signature signature(String name) throws GeneralSecurityException {
        if (!name.startsWith("PSS ")) {
            return Signature.getInstance(name);
        }
        String digest = name.substring(4);
        Signature signature = Signature.getInstance("RSASSA-PSS");
        int salt = MessageDigest.getInstance(digest).getDigestLength();
        signature.setParameter(new PSSParameterSpec(digest, "MGF1", new MGF1ParameterSpec(digest), salt, 1));
        return signature;
    }

    private static String known(Map<String, String> names, String uri) {
        String name = names.get(uri);
        if (name == null) {
            throw new IllegalArgumentException("the forge does not know " + uri
                    + "; to name an algorithm without using it there is claimingAlgorithm");
        }
        return name;
    }
}

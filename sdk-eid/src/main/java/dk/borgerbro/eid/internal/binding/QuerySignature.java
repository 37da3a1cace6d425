package dk.borgerbro.eid.internal.binding;

import dk.borgerbro.core.support.signature.SignatureAlgorithm;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's signatures under the names that stand in {@code SigAlg}.
 *
 * <p>ECDSA is sent as ASN.1, which is what OpenSAML and most others read; the form of XML signatures (two numbers side by side) is read too.
 */
final class QuerySignature {
    private static final int SMALLEST_RSA = 2048;
    private static final int SMALLEST_EC = 256;

    private final SignatureAlgorithm algorithm;
    private final @Nullable Provider provider;

    QuerySignature(SignatureAlgorithm algorithm, @Nullable Provider provider) {
        this.algorithm = algorithm;
        this.provider = provider;
    }

    byte[] sign(PrivateKey key, byte[] octets) {
        try {
            Signature signature = prepared(jcaName());
            signature.initSign(key);
            signature.update(octets);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key or its provider cannot sign with " + algorithm, e);
        }
    }

    boolean verify(PublicKey key, byte[] octets, byte[] value) {
        return isStrong(key) && names(key).stream().anyMatch(name -> verify(name, key, octets, value));
    }

    private boolean verify(String name, PublicKey key, byte[] octets, byte[] value) {
        try {
            Signature signature = prepared(name);
            signature.initVerify(key);
            signature.update(octets);
            return signature.verify(value);
        } catch (SignatureException | InvalidKeyException notByThisKey) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java or its provider does not know " + name, e);
        }
    }

    private List<String> names(PublicKey key) {
        boolean fits = key.getAlgorithm().equals(isEc() ? "EC" : "RSA")
                || (isPss() && key.getAlgorithm().equals("RSASSA-PSS"));
        if (!fits) {
            return List.of();
        }
        return isEc() ? List.of(jcaName(), jcaName() + "inP1363Format") : List.of(jcaName());
    }

    private static boolean isStrong(Key key) {
        if (key instanceof RSAKey rsa) {
            return rsa.getModulus().bitLength() >= SMALLEST_RSA;
        }
        return key instanceof ECKey ec && ec.getParams().getOrder().bitLength() >= SMALLEST_EC;
    }

    private Signature prepared(String name) throws GeneralSecurityException {
        Signature signature = instance(name);
        if (isPss()) {
            MGF1ParameterSpec mask = new MGF1ParameterSpec(digest());
            int salt = Integer.parseInt(digest().substring("SHA-".length())) / 8;
            signature.setParameter(
                    new PSSParameterSpec(digest(), "MGF1", mask, salt, PSSParameterSpec.TRAILER_FIELD_BC));
        }
        return signature;
    }

    /** A native provider need not know every algorithm. */
    private Signature instance(String name) throws NoSuchAlgorithmException {
        return provider == null || provider.getService("Signature", name) == null
                ? Signature.getInstance(name)
                : Signature.getInstance(name, provider);
    }

    private boolean isEc() {
        return algorithm.name().startsWith("ECDSA");
    }

    private boolean isPss() {
        return algorithm.name().startsWith("RSA_PSS");
    }

    private String digest() {
        return "SHA-" + algorithm.name().substring(algorithm.name().lastIndexOf("SHA") + "SHA".length());
    }

    private String jcaName() {
        return isPss() ? "RSASSA-PSS" : digest().replace("-", "") + (isEc() ? "withECDSA" : "withRSA");
    }
}

package dk.borgerbro.testkit.nemlogin;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.util.Arrays;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;

/** Encryption with the identifiers of XML Encryption by the JCA. */
final class JcaEncryption {
    private static final Map<String, String> DIGESTS = Map.of(
            "",
            "SHA-1",
            SamlAlgorithms.SHA1,
            "SHA-1",
            SamlAlgorithms.SHA224,
            "SHA-224",
            SamlAlgorithms.SHA256,
            "SHA-256",
            SamlAlgorithms.SHA384,
            "SHA-384",
            SamlAlgorithms.SHA512,
            "SHA-512",
            SamlAlgorithms.MD5,
            "MD5");
    private static final Map<String, MGF1ParameterSpec> MASKS = Map.of(
            "",
            MGF1ParameterSpec.SHA1,
            SamlAlgorithms.MGF1_SHA1,
            MGF1ParameterSpec.SHA1,
            SamlAlgorithms.MGF1_SHA224,
            MGF1ParameterSpec.SHA224,
            SamlAlgorithms.MGF1_SHA256,
            MGF1ParameterSpec.SHA256,
            SamlAlgorithms.MGF1_SHA384,
            MGF1ParameterSpec.SHA384,
            SamlAlgorithms.MGF1_SHA512,
            MGF1ParameterSpec.SHA512);
    private static final Map<String, Integer> KEY_BYTES = Map.of(
            SamlAlgorithms.AES128_CBC, 16,
            SamlAlgorithms.AES192_CBC, 24,
            SamlAlgorithms.AES256_CBC, 32,
            SamlAlgorithms.TRIPLE_DES_CBC, 24,
            SamlAlgorithms.AES128_GCM, 16,
            SamlAlgorithms.AES192_GCM, 24,
            SamlAlgorithms.AES256_GCM, 32);

    private JcaEncryption() {}

    static int keyBytes(String blockCipher) {
        return known(KEY_BYTES, blockCipher);
    }

    /** {@return the initialisation vector, then the encrypted text} */
    static byte[] encrypt(EncryptionRecipe recipe, byte[] key, byte[] plain, SeededRandom random) {
        String uri = recipe.blockCipher();
        try {
            boolean gcm = uri.endsWith("-gcm");
            boolean des = uri.equals(SamlAlgorithms.TRIPLE_DES_CBC);
            int block = des ? 8 : 16;
            byte[] vector = random.bytes(gcm ? 12 : block);
            Cipher cipher =
                    Cipher.getInstance(des ? "DESede/CBC/NoPadding" : gcm ? "AES/GCM/NoPadding" : "AES/CBC/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(key, des ? "DESede" : "AES"),
                    gcm ? new GCMParameterSpec(128, vector) : new IvParameterSpec(vector));
            byte[] text = cipher.doFinal(gcm ? plain : recipe.padded().apply(pad(plain, block)));
            byte[] both = Arrays.copyOf(vector, vector.length + text.length);
            System.arraycopy(text, 0, both, vector.length, text.length);
            return both;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the JDK cannot encrypt with " + uri, e);
        }
    }

    /** XML Encryption 5.2: the last byte tells how many were added, the others are arbitrary. */
    private static byte[] pad(byte[] plain, int block) {
        int added = block - plain.length % block;
        byte[] padded = Arrays.copyOf(plain, plain.length + added);
        padded[padded.length - 1] = (byte) added;
        return padded;
    }

    static byte[] wrap(EncryptionRecipe recipe, PublicKey recipient, byte[] key, SeededRandom random) {
        try {
            if (recipe.keyTransport().equals(SamlAlgorithms.RSA_1_5)) {
                Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
                cipher.init(Cipher.ENCRYPT_MODE, recipient, random);
                return cipher.doFinal(key);
            }
            Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
            OAEPParameterSpec parameters = new OAEPParameterSpec(
                    known(DIGESTS, recipe.oaepDigest()),
                    "MGF1",
                    known(MASKS, recipe.mask()),
                    PSource.PSpecified.DEFAULT);
            cipher.init(Cipher.ENCRYPT_MODE, recipient, parameters, random);
            return cipher.doFinal(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the recipient's key cannot take " + recipe, e);
        }
    }

    private static <T> T known(Map<String, T> names, String uri) {
        T name = names.get(uri);
        if (name == null) {
            throw new IllegalArgumentException("the forge does not know " + uri
                    + "; to name an algorithm without using it there is changeEncrypted");
        }
        return name;
    }
}

package dk.borgerbro.eid.internal.opensaml;

import dk.borgerbro.eid.internal.structure.Namespaces;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The block ciphers of [OIO-ALG-01], as XML Encryption 5.2 lays out their octets. Any other is refused. */
enum BlockCipher {
    AES128_CBC(Namespaces.ENCRYPTION + "aes128-cbc", 16, false),
    AES256_CBC(Namespaces.ENCRYPTION + "aes256-cbc", 32, false),
    AES128_GCM(Namespaces.ENCRYPTION_11 + "aes128-gcm", 16, true),
    AES192_GCM(Namespaces.ENCRYPTION_11 + "aes192-gcm", 24, true),
    AES256_GCM(Namespaces.ENCRYPTION_11 + "aes256-gcm", 32, true);

    private static final int BLOCK = 16;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final String uri;
    private final int keyBytes;
    private final boolean authenticated;

    BlockCipher(String uri, int keyBytes, boolean authenticated) {
        this.uri = uri;
        this.keyBytes = keyBytes;
        this.authenticated = authenticated;
    }

    static Optional<BlockCipher> of(String uri) {
        return Arrays.stream(values()).filter(cipher -> cipher.uri.equals(uri)).findFirst();
    }

    int keyBytes() {
        return keyBytes;
    }

    /** {@return whether it notices changes} */
    boolean isAuthenticated() {
        return authenticated;
    }

    /** {@return what was encrypted; empty for whatever cause} */
    Optional<byte[]> decrypt(Crypto crypto, byte[] key, byte[] content) {
        try {
            SecretKeySpec secret = new SecretKeySpec(key, "AES");
            return authenticated ? Optional.of(gcm(crypto, secret, content)) : cbc(crypto, secret, content);
        } catch (GeneralSecurityException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static byte[] gcm(Crypto crypto, SecretKeySpec key, byte[] content) throws GeneralSecurityException {
        Cipher cipher = crypto.decrypting("AES/GCM/NoPadding", key, new GCMParameterSpec(TAG_BITS, content, 0, NONCE));
        return cipher.doFinal(content, NONCE, content.length - NONCE);
    }

    /** Only the last octet of the padding says anything (XML Encryption 5.2.1). */
    private static Optional<byte[]> cbc(Crypto crypto, SecretKeySpec key, byte[] content)
            throws GeneralSecurityException {
        Cipher cipher = crypto.decrypting("AES/CBC/NoPadding", key, new IvParameterSpec(content, 0, BLOCK));
        byte[] padded = cipher.doFinal(content, BLOCK, content.length - BLOCK);
        int padding = padded.length == 0 ? 0 : padded[padded.length - 1];
        boolean good = padding >= 1 && padding <= BLOCK;
        return good ? Optional.of(Arrays.copyOf(padded, padded.length - padding)) : Optional.empty();
    }
}

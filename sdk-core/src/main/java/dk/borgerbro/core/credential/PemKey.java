package dk.borgerbro.core.credential;

import dk.borgerbro.core.error.CredentialException.Reason;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import javax.crypto.EncryptedPrivateKeyInfo;
import org.jspecify.annotations.Nullable;

/** Reads a private key from PEM text: PKCS#8 (RFC 5958), plain or encrypted. */
final class PemKey {
    private PemKey() {}

    static PrivateKey read(Source source, byte[] text, @Nullable Secret password) {
        List<PemBlock> keys = PemBlock.all(source, text).stream()
                .filter(block -> block.type().endsWith("PRIVATE KEY"))
                .toList();
        if (keys.isEmpty()) {
            throw source.exception(Reason.NO_ENTRY, "it holds no private key (BEGIN PRIVATE KEY)");
        }
        if (keys.size() > 1) {
            throw source.exception(Reason.SEVERAL_ENTRIES, "it holds " + keys.size() + " private keys; give one");
        }
        PemBlock block = keys.get(0);
        return switch (block.type()) {
            case "PRIVATE KEY" -> decode(source, new PKCS8EncodedKeySpec(block.content()));
            case "ENCRYPTED PRIVATE KEY" -> {
                if (password == null) {
                    throw source.exception(Reason.WRONG_PASSWORD, "the key is encrypted, but no password was given");
                }
                yield decode(source, decrypt(source, block.content(), password));
            }
            default ->
                throw source.exception(
                        Reason.MALFORMED,
                        "the key has an older form; convert it to PKCS#8 with: openssl pkcs8 -topk8 -in old.pem -out new.pem");
        };
    }

    private static PrivateKey decode(Source source, PKCS8EncodedKeySpec spec) {
        for (String algorithm : List.of("RSA", "EC")) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(spec);
            } catch (GeneralSecurityException e) {
                // The form does not say its algorithm where the JDK would tell it; the next one may fit.
            }
        }
        throw source.exception(Reason.MALFORMED, "the private key is damaged, or neither RSA nor EC");
    }

    private static PKCS8EncodedKeySpec decrypt(Source source, byte[] encrypted, Secret password) {
        try {
            EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(encrypted);
            return info.getKeySpec(Pbes2.cipher(info, password));
        } catch (InvalidKeySpecException e) {
            throw source.exception(Reason.WRONG_PASSWORD, "the password does not open the key");
        } catch (GeneralSecurityException | IOException e) {
            throw source.exception(
                    Reason.MALFORMED,
                    "the encrypted key is damaged, or encrypted in an older way; encrypt it anew with:"
                            + " openssl pkcs8 -topk8 -v2 aes256 -in old.pem -out new.pem");
        }
    }
}

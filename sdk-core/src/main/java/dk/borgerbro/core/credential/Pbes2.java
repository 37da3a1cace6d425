package dk.borgerbro.core.credential;

import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.spec.InvalidParameterSpecException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Password-based encryption, scheme 2 (RFC 8018), with AES: what {@code openssl pkcs8} writes. The JDK's own cipher of that name
 * refuses passwords with letters beyond ASCII, such as æ, ø and å; deriving the key by PBKDF2 takes them as UTF-8.
 */
final class Pbes2 {
    private static final Pattern NAME = Pattern.compile("PBEWith(HmacSHA\\d+)AndAES_(128|256)");
    private static final int MOST_ITERATIONS = 10_000_000;

    private Pbes2() {}

    static Cipher cipher(EncryptedPrivateKeyInfo info, Secret password) throws GeneralSecurityException {
        AlgorithmParameters parameters = info.getAlgParameters();
        if (parameters == null) {
            throw new InvalidParameterSpecException("no parameters");
        }
        // The algorithm in the file only says "scheme 2"; the parameters print its full name.
        Matcher name = NAME.matcher(parameters.toString());
        if (!name.matches()) {
            throw new InvalidParameterSpecException("not scheme 2 with AES");
        }
        PBEParameterSpec spec = parameters.getParameterSpec(PBEParameterSpec.class);
        if (spec.getIterationCount() > MOST_ITERATIONS) {
            throw new InvalidParameterSpecException("more iterations than any tool writes");
        }
        byte[] key = derive(name.group(1), Integer.parseInt(name.group(2)), spec, password);
        Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), spec.getParameterSpec());
        return cipher;
    }

    private static byte[] derive(String function, int bits, PBEParameterSpec spec, Secret password)
            throws GeneralSecurityException {
        SecretKeyFactory factory = SecretKeyFactory.getInstance("PBKDF2With" + function);
        PBEKeySpec derivation =
                password.use(characters -> new PBEKeySpec(characters, spec.getSalt(), spec.getIterationCount(), bits));
        try {
            return factory.generateSecret(derivation).getEncoded();
        } finally {
            derivation.clearPassword();
        }
    }
}

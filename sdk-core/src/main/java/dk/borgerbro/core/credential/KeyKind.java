package dk.borgerbro.core.credential;

import java.security.Key;
import java.security.PublicKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.util.Optional;

/** What kind of key it is, in words and in the names of the JDK. */
final class KeyKind {
    private KeyKind() {}

    /** {@return such as {@code RSA 3072}} */
    static String describe(PublicKey key) {
        int bits = bits(key);
        return bits == 0 ? key.getAlgorithm() : key.getAlgorithm() + " " + bits;
    }

    /** {@return the size in bits, 0 if the kind is foreign} */
    static int bits(Key key) {
        if (key instanceof RSAKey rsa) {
            return rsa.getModulus().bitLength();
        }
        return key instanceof ECKey ec ? ec.getParams().getOrder().bitLength() : 0;
    }

    /** {@return a signature that a key of this kind can make, if the kind is of any use here} */
    static Optional<String> probeAlgorithm(PublicKey key) {
        return switch (key.getAlgorithm()) {
            case "RSA" -> Optional.of("SHA256withRSA");
            case "EC" -> Optional.of("SHA256withECDSA");
            default -> Optional.empty();
        };
    }
}

package dk.borgerbro.eid.internal.metadata;

import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;

/** Which keys may sign: RSA of at least 2048 bits, EC of at least 256. */
public final class KeyStrength {
    private static final int LEAST_RSA = 2048;
    private static final int LEAST_EC = 256;

    private KeyStrength() {}

    /** {@return what is wrong with a key, empty if nothing is} */
    public static Optional<String> weakness(PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            return tooShort("RSA", rsa.getModulus().bitLength(), LEAST_RSA);
        }
        if (key instanceof ECPublicKey ec) {
            return tooShort("EC", ec.getParams().getOrder().bitLength(), LEAST_EC);
        }
        return Optional.of("its key is of the kind " + key.getAlgorithm() + ", but RSA or EC is needed");
    }

    private static Optional<String> tooShort(String kind, int bits, int least) {
        return bits >= least
                ? Optional.empty()
                : Optional.of("its " + kind + " key has " + bits + " bits, but at least " + least + " are needed");
    }
}

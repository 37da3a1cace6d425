package dk.borgerbro.eid.internal.binding;

import dk.borgerbro.core.support.signature.SignatureAlgorithm;
import java.security.PrivateKey;
import java.security.interfaces.ECKey;

/** Which algorithm our own messages are signed with. */
public final class SigningAlgorithm {
    private SigningAlgorithm() {}

    /** {@return RSA with SHA-256; for an EC key, ECDSA with the digest that is as strong as its curve} */
    public static SignatureAlgorithm of(PrivateKey key) {
        if (!key.getAlgorithm().equals("EC")) {
            return SignatureAlgorithm.RSA_SHA256;
        }
        int bits = key instanceof ECKey ec ? ec.getParams().getOrder().bitLength() : 256;
        if (bits <= 256) {
            return SignatureAlgorithm.ECDSA_SHA256;
        }
        return bits <= 384 ? SignatureAlgorithm.ECDSA_SHA384 : SignatureAlgorithm.ECDSA_SHA512;
    }
}

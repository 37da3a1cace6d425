package dk.borgerbro.eid.internal.binding;

import java.security.PrivateKey;

/** A handle on a device that has been taken out. */
record UselessKey() implements PrivateKey {
    @Override
    public String getAlgorithm() {
        return "RSA";
    }

    @Override
    public String getFormat() {
        return null;
    }

    @Override
    public byte[] getEncoded() {
        return null;
    }
}

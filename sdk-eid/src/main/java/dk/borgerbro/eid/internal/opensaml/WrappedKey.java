package dk.borgerbro.eid.internal.opensaml;

import javax.crypto.spec.OAEPParameterSpec;

/** A content key under somebody's public key. */
final class WrappedKey {
    private final OAEPParameterSpec parameters;
    private final byte[] octets;

    WrappedKey(OAEPParameterSpec parameters, byte[] octets) {
        this.parameters = parameters;
        this.octets = octets;
    }

    OAEPParameterSpec parameters() {
        return parameters;
    }

    byte[] octets() {
        return octets;
    }
}

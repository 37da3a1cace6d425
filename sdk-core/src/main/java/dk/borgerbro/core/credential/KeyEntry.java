package dk.borgerbro.core.credential;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * A private key and the certificates that lay beside it, before anything about them is checked.
 *
 * @param name how messages call it, such as {@code entry 'system'}
 * @param key may be a handle on a device
 * @param certificates its own certificate first, issuers in any order
 * @param device the provider that reaches the key, if it came from a store with one
 */
record KeyEntry(String name, PrivateKey key, List<X509Certificate> certificates, Optional<Provider> device) {
    private static final byte[] PROBE = "dk.borgerbro key check".getBytes(StandardCharsets.US_ASCII);

    X509Certificate certificate() {
        return certificates.get(0);
    }

    String describe() {
        return name + " (" + KeyKind.describe(certificate().getPublicKey()) + ", valid until "
                + certificate().getNotAfter().toInstant() + ")";
    }

    /** Signs and verifies: the one check that also works for keys that never leave their device. */
    boolean keyFits() {
        Optional<String> algorithm = KeyKind.probeAlgorithm(certificate().getPublicKey());
        if (algorithm.isEmpty()
                || !key.getAlgorithm().equals(certificate().getPublicKey().getAlgorithm())) {
            return false;
        }
        try {
            Signature signing = signature(algorithm.get());
            signing.initSign(key);
            signing.update(PROBE);
            byte[] signed = signing.sign();
            Signature verifying = Signature.getInstance(algorithm.get());
            verifying.initVerify(certificate().getPublicKey());
            verifying.update(PROBE);
            return verifying.verify(signed);
        } catch (GeneralSecurityException | ProviderException e) {
            // A device that cannot sign throws the second.
            return false;
        }
    }

    private Signature signature(String algorithm) throws GeneralSecurityException {
        boolean onDevice = key.getEncoded() == null
                && device.isPresent()
                && device.get().getService("Signature", algorithm) != null;
        return onDevice ? Signature.getInstance(algorithm, device.get()) : Signature.getInstance(algorithm);
    }
}

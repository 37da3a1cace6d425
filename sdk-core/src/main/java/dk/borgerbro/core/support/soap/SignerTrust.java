package dk.borgerbro.core.support.soap;

import dk.borgerbro.core.support.signature.SignatureRefusedException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;

/** Decides whose signature is believed. Thread-safe. */
@FunctionalInterface
public interface SignerTrust {
    /** The rule that is broken when nobody trusted signed. */
    String RULE = "WSS-X509-3";

    /**
     * {@return the certificate with which the signature is verified}
     *
     * @param presented what the message says its signer's certificate is, issuers after it; anybody can have written that. Empty if it says nothing
     * @throws SignatureRefusedException if none is trusted
     */
    X509Certificate choose(List<X509Certificate> presented) throws SignatureRefusedException;

    /**
     * {@return trust in exactly these certificates}
     *
     * <p>A message that presents none is verified with the only one, if there is only one.
     *
     * @param certificates at least one; several while one is replaced by the next
     */
    static SignerTrust pinned(Collection<X509Certificate> certificates) {
        List<X509Certificate> pinned = List.copyOf(certificates);
        return presented -> {
            if (presented.isEmpty() && pinned.size() == 1) {
                return pinned.get(0);
            }
            if (presented.isEmpty() || !pinned.contains(presented.get(0))) {
                throw SignatureRefusedException.because(
                        RULE, "Security", "is not signed by a certificate that was configured for this service");
            }
            return presented.get(0);
        };
    }
}

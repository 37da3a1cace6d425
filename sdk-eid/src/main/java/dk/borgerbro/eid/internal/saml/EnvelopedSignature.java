package dk.borgerbro.eid.internal.saml;

import java.security.PublicKey;
import java.util.List;

/** The signature of a whole message, inside it. */
public interface EnvelopedSignature {
    /**
     * Verifies it.
     *
     * @param trusted the identity provider's keys, of which any may have signed
     * @throws Refusal of one of the three {@code SIGNATURE} checks that apply to a signature that is there
     */
    void verify(List<PublicKey> trusted) throws Refusal;
}

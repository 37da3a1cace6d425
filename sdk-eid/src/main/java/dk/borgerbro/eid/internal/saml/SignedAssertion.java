package dk.borgerbro.eid.internal.saml;

import java.security.PublicKey;
import java.util.List;

/** A decrypted assertion that nobody may read before its signature was verified. */
public interface SignedAssertion {
    /**
     * {@return what the signature covers}
     *
     * @param trusted the identity provider's keys, of which any may have signed
     * @throws Refusal of one of the four {@code SIGNATURE} checks
     */
    AssertionContent verify(List<PublicKey> trusted) throws Refusal;
}

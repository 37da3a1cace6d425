package dk.borgerbro.eid.internal.saml;

import java.security.PrivateKey;
import java.util.List;

/** An encrypted assertion. */
public interface SealedAssertion {
    /**
     * {@return the assertion, not yet to be believed}
     *
     * @param keys of this service, tried in order
     * @param authenticatedOnly refuse CBC, which does not notice changes
     * @throws Refusal of {@link EngineCheck#DECRYPTION} or {@link EngineCheck#ASSERTION_STRUCTURE}
     */
    SignedAssertion open(List<PrivateKey> keys, boolean authenticatedOnly) throws Refusal;
}

package dk.borgerbro.eid.internal.saml;

/**
 * Reads SAML messages from bytes that anybody may have sent: parses, decrypts and verifies, and judges nothing else. Thread-safe.
 *
 * <p>What it returns is read from a message whose structure was checked; what {@link SignedAssertion#verify} returns is read from the
 * very element that the signature covers. Everything it refuses, it refuses with a {@link Refusal}, whatever the bytes are.
 */
public interface SamlEngine {
    /**
     * {@return a response's own fields and its unopened assertions}
     *
     * @throws Refusal of {@link EngineCheck#XML} or {@link EngineCheck#STRUCTURE}
     */
    ResponseMessage readResponse(byte[] xml) throws Refusal;

    /** {@return a logout request}, refused as {@link #readResponse} */
    LogoutRequestMessage readLogoutRequest(byte[] xml) throws Refusal;

    /** {@return the answer to a logout request}, refused as {@link #readResponse} */
    LogoutResponseMessage readLogoutResponse(byte[] xml) throws Refusal;
}

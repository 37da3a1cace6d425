package dk.borgerbro.testkit.nemlogin;

/**
 * A message that the identity provider took: its signature was right and all checks passed. Immutable.
 *
 * @param kind local name of the root, such as {@code AuthnRequest}
 * @param issuer entity ID of the sender
 * @param id of the message
 * @param relayState that came along; empty for none
 * @param xml the message
 */
public record ReceivedMessage(String kind, String issuer, String id, String relayState, String xml) {
    /** {@return kind, issuer and ID; the message itself may name a person} */
    @Override
    public String toString() {
        return "ReceivedMessage(" + kind + " " + id + " from " + issuer + ")";
    }
}

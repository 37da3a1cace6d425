package dk.borgerbro.testkit.nemlogin;

/**
 * A message whose sender is known and whose signature is right.
 *
 * @param message the message
 * @param from who signed it
 * @param relayState that came along; empty for none
 */
record Incoming(XmlPart message, RegisteredServiceProvider from, String relayState) {
    String kind() {
        return String.valueOf(message.element().getLocalName());
    }
}

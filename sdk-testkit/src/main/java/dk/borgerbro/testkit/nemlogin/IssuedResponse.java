package dk.borgerbro.testkit.nemlogin;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A finished Response and where the browser takes it. Immutable.
 *
 * @param facts what it says, before any change to the XML
 * @param assertionConsumerService where it goes
 * @param assertionXml the assertion as it was encrypted; empty if there is none
 * @param xml the whole message
 * @param relayState the RelayState that came with the request; empty for none
 */
public record IssuedResponse(
        ResponseFacts facts, URI assertionConsumerService, String assertionXml, String xml, String relayState) {
    /** {@return the message as UTF-8} */
    public byte[] bytes() {
        return xml.getBytes(StandardCharsets.UTF_8);
    }

    /** {@return the value of the form field {@code SAMLResponse}, in base64, before it is encoded for a form} */
    public String formValue() {
        return Base64.getEncoder().encodeToString(bytes());
    }

    /** {@return the same with another RelayState} */
    public IssuedResponse withRelayState(String other) {
        return new IssuedResponse(facts, assertionConsumerService, assertionXml, xml, other);
    }

    @Override
    public String toString() {
        return "IssuedResponse(" + facts.responseId() + " to " + assertionConsumerService + ")";
    }
}

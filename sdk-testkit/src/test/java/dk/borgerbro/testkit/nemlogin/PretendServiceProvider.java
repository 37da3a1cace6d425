package dk.borgerbro.testkit.nemlogin;

import dk.borgerbro.testkit.pki.TestIdentity;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** A service provider that sends what a test wants and has no server. */
final class PretendServiceProvider {
    static final String ACS = "https://sp.example/saml/acs";

    private final String entityId;
    private final TestIdentity key;
    private final Instant now;

    PretendServiceProvider(String entityId, TestIdentity key, Instant now) {
        this.entityId = entityId;
        this.key = key;
        this.now = now;
    }

    String entityId() {
        return entityId;
    }

    /** {@return good metadata}
     *
     * @param logout services to publish, a fragment without prefix
     */
    String metadata(String logout) throws Exception {
        String certificate =
                Base64.getEncoder().encodeToString(key.certificate().getEncoded());
        String keyInfo = "<KeyInfo xmlns=\"http://www.w3.org/2000/09/xmldsig#\"><X509Data><X509Certificate>"
                + certificate + "</X509Certificate></X509Data></KeyInfo>";
        return "<EntityDescriptor xmlns=\"urn:oasis:names:tc:SAML:2.0:metadata\" entityID=\"" + entityId + "\">"
                + "<SPSSODescriptor AuthnRequestsSigned=\"true\" WantAssertionsSigned=\"true\""
                + " protocolSupportEnumeration=\"urn:oasis:names:tc:SAML:2.0:protocol\">"
                + "<KeyDescriptor use=\"signing\">" + keyInfo + "</KeyDescriptor>"
                + "<KeyDescriptor use=\"encryption\">" + keyInfo + "</KeyDescriptor>"
                + logout
                + "<NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:persistent</NameIDFormat>"
                + "<AssertionConsumerService Binding=\"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST\""
                + " Location=\"" + ACS + "\" index=\"0\" isDefault=\"true\"/>"
                + "</SPSSODescriptor></EntityDescriptor>";
    }

    static String logoutServices(String... bindingsAndLocations) {
        StringBuilder services = new StringBuilder();
        for (int i = 0; i < bindingsAndLocations.length; i += 2) {
            services.append("<SingleLogoutService Binding=\"urn:oasis:names:tc:SAML:2.0:bindings:")
                    .append(bindingsAndLocations[i])
                    .append("\" Location=\"")
                    .append(bindingsAndLocations[i + 1])
                    .append("\"/>");
        }
        return services.toString();
    }

    byte[] metadataBytes(String logout) throws Exception {
        return metadata(logout).getBytes(StandardCharsets.UTF_8);
    }

    /** {@return a good AuthnRequest} */
    ForgedMessage authnRequest(NemLogInSimulator to) {
        return ForgedMessage.of(
                "<samlp:AuthnRequest xmlns:samlp=\"urn:oasis:names:tc:SAML:2.0:protocol\" ID=\"_" + UUID.randomUUID()
                        + "\" Version=\"2.0\" IssueInstant=\"" + now + "\" Destination=\"" + to.endpoint()
                        + "\" ProtocolBinding=\"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST\""
                        + " AssertionConsumerServiceURL=\"" + ACS + "\">"
                        + "<saml:Issuer xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\">" + entityId
                        + "</saml:Issuer></samlp:AuthnRequest>",
                SignatureRecipe.by(key),
                3);
    }

    URI loginUri(NemLogInSimulator to, UnaryOperator<ForgedMessage> change) {
        return change.apply(authnRequest(to).withRelayState("handle")).redirect(to.endpoint());
    }

    URI loginUri(NemLogInSimulator to) {
        return loginUri(to, request -> request);
    }

    ForgedMessage logoutRequest(NemLogInSimulator to, IssuedResponse login) {
        return ForgedMessage.of(
                "<samlp:LogoutRequest xmlns:samlp=\"urn:oasis:names:tc:SAML:2.0:protocol\""
                        + " xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\" ID=\"_" + UUID.randomUUID()
                        + "\" Version=\"2.0\" IssueInstant=\"" + now + "\" Destination=\"" + to.endpoint() + "\">"
                        + "<saml:Issuer>" + entityId + "</saml:Issuer><saml:NameID>"
                        + login.facts().nameId()
                        + "</saml:NameID><samlp:SessionIndex>" + login.facts().sessionIndex()
                        + "</samlp:SessionIndex></samlp:LogoutRequest>",
                SignatureRecipe.by(key),
                4);
    }

    ForgedMessage logoutResponse(NemLogInSimulator to, String inResponseTo, String relayState) {
        return ForgedMessage.of(
                        "<samlp:LogoutResponse xmlns:samlp=\"urn:oasis:names:tc:SAML:2.0:protocol\""
                                + " xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\" ID=\"_" + UUID.randomUUID()
                                + "\" Version=\"2.0\" IssueInstant=\"" + now + "\" Destination=\"" + to.endpoint()
                                + "\" InResponseTo=\"" + inResponseTo + "\"><saml:Issuer>" + entityId
                                + "</saml:Issuer><samlp:Status><samlp:StatusCode"
                                + " Value=\"urn:oasis:names:tc:SAML:2.0:status:Success\"/></samlp:Status>"
                                + "</samlp:LogoutResponse>",
                        SignatureRecipe.by(key),
                        5)
                .withRelayState(relayState);
    }

    /** {@return the text of the assertion in a Response to this service provider} */
    String open(IssuedResponse response) throws Exception {
        return ReadBack.decrypt(response.xml(), key.privateKey());
    }

    XmlPart assertion(IssuedResponse response) throws Exception {
        return new XmlPart(ReadBack.parse(open(response)).getDocumentElement());
    }
}

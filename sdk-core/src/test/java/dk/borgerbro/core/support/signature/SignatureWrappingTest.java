package dk.borgerbro.core.support.signature;

import static dk.borgerbro.core.support.signature.Messages.parse;
import static dk.borgerbro.core.support.signature.Messages.signature;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages whose signature value is right, or nearly, and which nevertheless must not be read as if the forged part were signed. */
class SignatureWrappingTest {
    private static final String BODY = "<m:Body Id=\"body\"><m:Amount>100</m:Amount></m:Body>";
    private static final String FORGED = "<m:Body Id=\"forged\"><m:Amount>900</m:Amount></m:Body>";

    private static List<SignedElement> verify(String message) throws IOException {
        return XmlSignatureVerifier.of(SignatureProfile.strict())
                .verify(signature(parse(message)), TestKeys.RSA.getPublic());
    }

    private static SignatureRefusedException refusal(String message) {
        return catchThrowableOfType(SignatureRefusedException.class, () -> verify(message));
    }

    @Test
    void aSignedElementThatWasMovedIsFoundWhereItIsAndNotWhereItWas() throws IOException {
        String moved = Messages.signed().replace(BODY, FORGED + "<m:Wrapper>" + BODY + "</m:Wrapper>");
        SignedElement signed = verify(moved).get(0);
        assertThat(signed.original().getParentNode().getLocalName()).isEqualTo("Wrapper");
        assertThat(signed.content().getTextContent()).isEqualTo("100");
    }

    @Test
    void aForgedSiblingIsNotReturned() throws IOException {
        assertThat(verify(Messages.signed().replace(BODY, FORGED + BODY)))
                .singleElement()
                .satisfies(
                        signed -> assertThat(signed.content().getTextContent()).isEqualTo("100"));
    }

    @Test
    void aSecondElementWithTheSameIdIsRefusedWhateverItsAttributeIsCalled() {
        for (String attribute : List.of("Id", "ID", "id", "xml:id", "AssertionID", "w:Id")) {
            String twin = FORGED.replace("Id=\"forged\"", "xmlns:w=\"urn:w\" " + attribute + "=\"body\"");
            assertThat(refusal(Messages.signed().replace(BODY, twin + BODY)).findings())
                    .extracting("rule")
                    .containsExactly("XMLDSIG-4.4.3.2");
            assertThat(refusal(Messages.signed().replace(BODY, BODY + twin))).isNotNull();
        }
    }

    @Test
    void aSignatureOverAnotherElementSaysSo() throws IOException {
        String other = Messages.signed(SignatureProfile.strict(), SignatureAlgorithm.RSA_SHA256, "Header");
        assertThat(verify(other.replace("100", "900")))
                .singleElement()
                .satisfies(
                        signed -> assertThat(signed.original().getLocalName()).isEqualTo("Header"));
    }

    @Test
    void aSignatureInsideItsOwnKeyInfoIsNotTarget() {
        String message = Messages.signed()
                .replace("</ds:SignatureValue>", "</ds:SignatureValue><ds:KeyInfo>" + BODY + "</ds:KeyInfo>")
                .replaceFirst(java.util.regex.Pattern.quote(BODY), "");
        assertThat(refusal(message).findings()).extracting("rule").containsExactly("XMLDSIG-4.4.3.2");
    }

    static Stream<Arguments> altered() {
        String c14n = "Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"/></ds:Transforms>";
        return Stream.of(
                Arguments.of("XMLDSIG-4.4.3.1", "URI=\"#body\"", ""),
                Arguments.of("XMLDSIG-4.4.3.1", "URI=\"#body\"", "URI=\"http://127.0.0.1:9/x\""),
                Arguments.of("XMLDSIG-4.4.3.1", "URI=\"#body\"", "URI=\"file:///etc/passwd\""),
                Arguments.of("XMLDSIG-4.4.3.1", "URI=\"#body\"", "URI=\"other.xml#body\""),
                Arguments.of("XMLDSIG-4.4.3.1", "URI=\"#body\"", "URI=\"#xpointer(/)\""),
                Arguments.of("XMLDSIG-4.4.3.1", "URI=\"#body\"", "URI=\"#xpointer(id('body'))\""),
                Arguments.of("XMLDSIG-4.4.3.1", "URI=\"#body\"", "URI=\"#\""),
                Arguments.of("XMLDSIG-4.4.3.2", "URI=\"#body\"", "URI=\"#nobody\""),
                Arguments.of("XMLDSIG-3.2.2", "URI=\"#body\"", "URI=\"#head\""),
                Arguments.of(
                        "XMLDSIG-5.1",
                        "URI=\"#body\"",
                        "URI=\"#body\" Type=\"http://www.w3.org/2000/09/xmldsig#Manifest\""),
                Arguments.of("XMLDSIG-4.4.2", "xmldsig-more#rsa-sha256", "xmldsig-more#hmac-sha256"),
                Arguments.of("XMLDSIG-4.4.2", "2001/04/xmldsig-more#rsa-sha256", "2000/09/xmldsig#rsa-sha1"),
                Arguments.of("XMLDSIG-4.4.2", "2001/04/xmldsig-more#rsa-sha256", "2000/09/xmldsig#dsa-sha1"),
                Arguments.of("XMLDSIG-4.4.2", "xmldsig-more#rsa-sha256", "xmldsig-more#rsa-md5"),
                Arguments.of("XMLDSIG-4.4.3.5", "2001/04/xmlenc#sha256", "2000/09/xmldsig#sha1"),
                Arguments.of("XMLDSIG-4.4.3.5", "2001/04/xmlenc#sha256", "2001/04/xmldsig-more#md5"),
                Arguments.of(
                        "XMLDSIG-4.4.1",
                        "CanonicalizationMethod Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"",
                        "CanonicalizationMethod Algorithm=\"http://www.w3.org/TR/2001/REC-xml-c14n-20010315\""),
                Arguments.of(
                        "XMLDSIG-4.4.3.4",
                        c14n,
                        "Algorithm=\"http://www.w3.org/TR/1999/REC-xpath-19991116\"/></ds:Transforms>"),
                Arguments.of(
                        "XMLDSIG-4.4.3.4",
                        c14n,
                        "Algorithm=\"http://www.w3.org/2002/06/xmldsig-filter2\"/></ds:Transforms>"),
                Arguments.of(
                        "XMLDSIG-4.4.3.4",
                        c14n,
                        "Algorithm=\"http://www.w3.org/TR/1999/REC-xslt-19991116\"/></ds:Transforms>"),
                Arguments.of(
                        "XMLDSIG-4.4.3.4",
                        c14n,
                        "Algorithm=\"http://www.w3.org/2000/09/xmldsig#base64\"/></ds:Transforms>"),
                Arguments.of("XMLDSIG-4.4.1", c14n, c14n.replace("/></ds:T", "><x/></ds:Transform></ds:T")),
                Arguments.of(
                        "XMLDSIG-4.4.3.4",
                        "<ds:Transforms>",
                        "<ds:Transforms>"
                                + "<ds:Transform Algorithm=\"http://www.w3.org/2000/09/xmldsig#enveloped-signature\"/>"
                                        .repeat(3)),
                Arguments.of("WSI-BSP-C5441", "<ds:Transforms><ds:Transform " + c14n, ""),
                Arguments.of("XMLDSIG-4.1", "</ds:SignatureValue>", "</ds:SignatureValue><ds:Object/>"),
                Arguments.of(
                        "XMLDSIG-4.5.3",
                        "</ds:SignatureValue>",
                        "</ds:SignatureValue><ds:KeyInfo><ds:RetrievalMethod URI=\"http://127.0.0.1:9/k\"/></ds:KeyInfo>"),
                Arguments.of("XMLDSIG-4.4", "<ds:Reference ", "<ds:Other/><ds:Reference "),
                Arguments.of("XMLDSIG-4.1", "<ds:SignatureValue>", "<ds:SignatureValue/><ds:SignatureValue>"));
    }

    @ParameterizedTest
    @MethodSource("altered")
    void aSignatureMadeOfSomethingElseIsRefusedByItsRule(String rule, String from, String to) {
        String message = Messages.signed();
        assertThat(message).contains(from);
        assertThat(refusal(message.replace(from, to)).findings())
                .extracting("rule")
                .contains(rule);
    }

    @Test
    void manyReferencesAreRefusedBeforeAnyIsFollowed() {
        String message = Messages.signed();
        int from = message.indexOf("<ds:Reference");
        int to = message.indexOf("</ds:SignedInfo>");
        String many = message.substring(0, from) + message.substring(from, to).repeat(21) + message.substring(to);
        assertThat(refusal(many).findings()).extracting("rule").containsExactly("XMLDSIG-4.4.3");
    }

    @Test
    void somethingElseThanASignatureIsRefused() {
        assertThat(catchThrowableOfType(
                        SignatureRefusedException.class,
                        () -> XmlSignatureVerifier.of(SignatureProfile.strict())
                                .verify(parse(Messages.PLAIN).getDocumentElement(), TestKeys.RSA.getPublic())))
                .hasMessageContaining("XMLDSIG-4.1");
    }
}

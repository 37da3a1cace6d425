package dk.borgerbro.core.support.soap;

import static dk.borgerbro.core.support.soap.SoapFixture.CLOCK;
import static dk.borgerbro.core.support.soap.SoapFixture.SERVICE;
import static dk.borgerbro.core.support.soap.SoapFixture.parse;
import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerbro.core.support.xml.Elements;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import org.apache.xml.security.Init;
import org.apache.xml.security.c14n.Canonicalizer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A call with a SAML token as OIO IDWS wants it: the token is signed through a reference, by WS-Security's own transform. */
class SamlTokenTest {
    private static final String DS = "http://www.w3.org/2000/09/xmldsig#";
    private static final String PREFIXED =
            "<s:Assertion xmlns:s=\"urn:oasis:names:tc:SAML:2.0:assertion\" ID=\"a1\"><s:Issuer>sts</s:Issuer></s:Assertion>";
    private static final String ENCRYPTED =
            "<EncryptedAssertion xmlns=\"urn:oasis:names:tc:SAML:2.0:assertion\"><x:Data xmlns:x=\"urn:x\">opaque</x:Data></EncryptedAssertion>";

    @BeforeAll
    static void start() {
        Init.init();
    }

    private static Document signed(String token, String identifier) {
        SoapSigner signer = SoapSigner.of(
                SoapFixture.xmlSigner(SERVICE),
                SecurityToken.saml(parse(token).getDocumentElement(), identifier),
                CLOCK);
        return parse(SoapFixture.text(signer.sign(SoapFixture.message(SoapVersion.SOAP_1_2))));
    }

    private static Element element(Document document, String namespace, String local) {
        return (Element) document.getElementsByTagNameNS(namespace, local).item(0);
    }

    private static String canonical(Element element) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Canonicalizer.getInstance(Canonicalizer.ALGO_ID_C14N_EXCL_OMIT_COMMENTS).canonicalizeSubtree(element, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String digest(String text) throws Exception {
        return Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Element tokenReference(Document document) {
        Element signedInfo = element(document, DS, "SignedInfo");
        return Elements.children(signedInfo, DS, "Reference").stream()
                .filter(reference -> reference
                                .getElementsByTagNameNS(Wss.WSSE, "TransformationParameters")
                                .getLength()
                        == 1)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theTokenItselfIsDigestedAndSaysThatItHasNoDefaultNamespace() throws Exception {
        Document document = signed(PREFIXED, "a1");
        String token = canonical(element(document, "urn:oasis:names:tc:SAML:2.0:assertion", "Assertion"));
        String augmented = token.replaceFirst("<s:Assertion ", "<s:Assertion xmlns=\"\" ");
        assertThat(augmented).isNotEqualTo(token);
        assertThat(element(document, DS, "Signature")
                        .getElementsByTagNameNS(DS, "DigestValue")
                        .getLength())
                .isEqualTo(7);
        assertThat(Elements.only(tokenReference(document), DS, "DigestValue").getTextContent())
                .isEqualTo(digest(augmented));
    }

    @Test
    void anEncryptedTokenIsCarriedAndDigestedAsItIs() throws Exception {
        Document document = signed(ENCRYPTED, "encryptedassertion");
        Element token = element(document, "urn:oasis:names:tc:SAML:2.0:assertion", "EncryptedAssertion");
        assertThat(canonical(token)).isEqualTo(canonical(parse(ENCRYPTED).getDocumentElement()));
        assertThat(Elements.only(tokenReference(document), DS, "DigestValue").getTextContent())
                .isEqualTo(digest(canonical(token)));
    }

    @Test
    void theSignatureIsOfTheSignedInfoWithTheReference() throws Exception {
        Document document = signed(ENCRYPTED, "encryptedassertion");
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(SERVICE.certificate());
        signature.update(canonical(element(document, DS, "SignedInfo")).getBytes(StandardCharsets.UTF_8));
        assertThat(signature.verify(Base64.getDecoder()
                        .decode(element(document, DS, "SignatureValue").getTextContent())))
                .isTrue();
    }

    @Test
    void keyInformationPointsToTheTokenAsTheOtherReferenceDoes() {
        Document document = signed(ENCRYPTED, "encryptedassertion");
        Element inKeyInfo = Elements.only(element(document, DS, "KeyInfo"), Wss.WSSE, "SecurityTokenReference");
        Element inHeader = Elements.only(element(document, Wss.WSSE, "Security"), Wss.WSSE, "SecurityTokenReference");
        for (Element reference : List.of(inKeyInfo, inHeader)) {
            assertThat(reference.getAttributeNS(Wss.WSSE11, "TokenType")).isEqualTo(Wss.SAML_V2);
            Element identifier = Elements.only(reference, Wss.WSSE, "KeyIdentifier");
            assertThat(identifier.getAttribute("ValueType")).isEqualTo(Wss.SAML_ID);
            assertThat(identifier.getTextContent()).isEqualTo("encryptedassertion");
        }
        assertThat(tokenReference(document).getAttribute("URI"))
                .isEqualTo("#" + inHeader.getAttributeNS(Wss.WSU, "Id"));
    }
}

package dk.borgerbro.core.support.soap;

import static dk.borgerbro.core.support.soap.SoapFixture.CLOCK;
import static dk.borgerbro.core.support.soap.SoapFixture.SERVICE;
import static dk.borgerbro.core.support.soap.SoapFixture.parse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerbro.core.support.signature.SignatureAlgorithm;
import dk.borgerbro.core.support.signature.SignatureProfile;
import dk.borgerbro.core.support.signature.XmlSignatureVerifier;
import dk.borgerbro.core.support.xml.Elements;
import dk.borgerbro.core.support.xml.SafeXml;
import java.util.Base64;
import java.util.List;
import org.apache.xml.security.Init;
import org.apache.xml.security.signature.XMLSignature;
import org.apache.xml.security.transforms.Transforms;
import org.apache.xml.security.transforms.params.InclusiveNamespaces;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Messages in the shape in which other stacks are known to send them, signed by Apache Santuario; and ours, verified by it. The shapes are
 * those of recorded exchanges with the NemLog-in token service and with a service behind it.
 */
class ForeignStackTest {
    /** The token service: ids without prefix sense, no token, no key information, no canonicalisation in its references. */
    private static final String TOKEN_SERVICE = """
            <S11:Envelope xmlns:S11="http://schemas.xmlsoap.org/soap/envelope/" xmlns:wsa="%s" xmlns:wsu="%s" xmlns:wsse="%s">
              <S11:Header>
                <wsa:Action wsu:Id="action">urn:issued</wsa:Action>
                <wsa:RelatesTo wsu:Id="relatesto">urn:uuid:1</wsa:RelatesTo>
                <wsse:Security S11:mustUnderstand="1">
                  <wsu:Timestamp wsu:Id="sec_timestamp">
                    <wsu:Created>2026-03-02T10:15:31Z</wsu:Created><wsu:Expires>2026-03-02T18:15:31Z</wsu:Expires>
                  </wsu:Timestamp>
                </wsse:Security>
              </S11:Header>
              <S11:Body wsu:Id="body"><Collection xmlns="urn:trust"><Token>opaque</Token></Collection></S11:Body>
            </S11:Envelope>""".formatted(Wss.WSA, Wss.WSU, Wss.WSSE);

    /** A service on a common Java stack: everything signed, the token included, with lists of prefixes. */
    private static final String SERVICE_ANSWER = """
            <soap:Envelope xmlns:soap="http://www.w3.org/2003/05/soap-envelope"><soap:Header>
            <Action xmlns="%1$s" xmlns:wsu="%2$s" wsu:Id="_1">urn:answer</Action>
            <RelatesTo xmlns="%1$s" xmlns:wsu="%2$s" wsu:Id="_2">urn:uuid:1</RelatesTo>
            <wsse:Security xmlns:wsse="%3$s" xmlns:wsu="%2$s" soap:mustUnderstand="true">
            <wsse:BinarySecurityToken EncodingType="%4$s" ValueType="%5$s" wsu:Id="X509-1">TOKEN</wsse:BinarySecurityToken>
            <wsu:Timestamp wsu:Id="TS-1"><wsu:Created>2026-03-02T10:15:31.5Z</wsu:Created><wsu:Expires>2026-03-02T10:20:31.5Z</wsu:Expires></wsu:Timestamp>
            </wsse:Security></soap:Header>
            <soap:Body xmlns:wsu="%2$s" wsu:Id="_3"><r:Hello xmlns:r="urn:r"><name>John</name></r:Hello></soap:Body></soap:Envelope>""".formatted(Wss.WSA, Wss.WSU, Wss.WSSE, Wss.BASE64, Wss.X509V3);

    @BeforeAll
    static void start() {
        Init.init();
    }

    private static XMLSignature signature(Document document) throws Exception {
        XMLSignature signature = new XMLSignature(
                document, "", SignatureAlgorithm.RSA_SHA256.uri(), Transforms.TRANSFORM_C14N_EXCL_OMIT_COMMENTS);
        security(document).appendChild(signature.getElement());
        return signature;
    }

    private static Element security(Document document) {
        return (Element) document.getElementsByTagNameNS(Wss.WSSE, "Security").item(0);
    }

    private static void registerIds(Document document) {
        Element root = document.getDocumentElement();
        for (Element at = root; at != null; at = Elements.next(at, root)) {
            if (at.hasAttributeNS(Wss.WSU, "Id")) {
                at.setIdAttributeNS(Wss.WSU, "Id", true);
            }
        }
    }

    private static Document resent(Document document) {
        return parse(SoapFixture.text(SafeXml.bytes(document)));
    }

    @Test
    void theTokenServicesAnswerIsReadUnderItsProfileOnly() throws Exception {
        Document document = parse(TOKEN_SERVICE);
        registerIds(document);
        XMLSignature signature = signature(document);
        for (String id : List.of("action", "relatesto", "sec_timestamp", "body")) {
            Transforms transforms = new Transforms(document);
            transforms.addTransform(Transforms.TRANSFORM_ENVELOPED_SIGNATURE);
            signature.addDocument("#" + id, transforms, SignatureAlgorithm.RSA_SHA256.digestUri());
        }
        signature.sign(SERVICE.privateKey());
        SoapVerifier verifier = SoapVerifier.of(
                XmlSignatureVerifier.of(SignatureProfile.strict().withImplicitCanonicalization()),
                SignerTrust.pinned(List.of(SERVICE.certificate())),
                CLOCK);
        VerifiedSoap read = verifier.verify(resent(document));
        assertThat(read.payload().orElseThrow().getTextContent()).isEqualTo("opaque");
        assertThat(read.addressing("RelatesTo")).contains("urn:uuid:1");
        assertThatThrownBy(() -> SoapFixture.verifier().verify(resent(document)))
                .hasMessageContaining("WSI-BSP-C5441");
    }

    @Test
    void anAnswerWithTokenAndPrefixListsIsRead() throws Exception {
        Document document = parse(SERVICE_ANSWER.replace(
                "TOKEN",
                Base64.getMimeEncoder().encodeToString(SERVICE.certificate().getEncoded())));
        registerIds(document);
        XMLSignature signature = signature(document);
        for (String id : List.of("TS-1", "_1", "_2", "X509-1", "_3")) {
            Transforms transforms = new Transforms(document);
            transforms.addTransform(
                    Transforms.TRANSFORM_C14N_EXCL_OMIT_COMMENTS,
                    new InclusiveNamespaces(document, "wsse soap").getElement());
            signature.addDocument("#" + id, transforms, SignatureAlgorithm.RSA_SHA256.digestUri());
        }
        Element reference = document.createElementNS(Wss.WSSE, "wsse:SecurityTokenReference");
        Element pointer = SoapMessage.append(reference, Wss.WSSE, "wsse:Reference");
        pointer.setAttributeNS(null, "URI", "#X509-1");
        signature.getKeyInfo().addUnknownElement(reference);
        signature.sign(SERVICE.privateKey());
        VerifiedSoap read = SoapFixture.verifier().verify(resent(document));
        assertThat(read.payload().orElseThrow().getTextContent()).isEqualTo("John");
        assertThat(read.addressing("RelatesTo")).contains("urn:uuid:1");
    }

    @Test
    void ourMessagesAreVerifiedByAnotherStack() throws Exception {
        for (SoapVersion version : SoapVersion.values()) {
            Document document =
                    parse(SoapFixture.text(SoapFixture.signer(SERVICE).sign(SoapFixture.message(version))));
            registerIds(document);
            Element signature =
                    (Element) document.getElementsByTagNameNS("*", "Signature").item(0);
            XMLSignature theirs = new XMLSignature(signature, "", true);
            assertThat(theirs.checkSignatureValue(SERVICE.certificate())).isTrue();
            // token, time stamp, four addressing headers, body
            assertThat(theirs.getSignedInfo().getLength()).isEqualTo(7);
        }
    }

    @Test
    void lineBreaksInOurSignatureAreNotEscaped() {
        assertThat(SoapFixture.signed()).doesNotContain("&#13;").doesNotContain("\r");
    }
}

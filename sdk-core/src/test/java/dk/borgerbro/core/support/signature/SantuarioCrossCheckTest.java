package dk.borgerbro.core.support.signature;

import static dk.borgerbro.core.support.signature.Messages.element;
import static dk.borgerbro.core.support.signature.Messages.id;
import static dk.borgerbro.core.support.signature.Messages.parse;
import static dk.borgerbro.core.support.signature.Messages.print;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.xml.security.Init;
import org.apache.xml.security.algorithms.MessageDigestAlgorithm;
import org.apache.xml.security.signature.XMLSignature;
import org.apache.xml.security.transforms.Transforms;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Against Apache Santuario 4, which shares no running code with the JDK: each reads what the other signed. */
class SantuarioCrossCheckTest {
    /** It warns about each digest that does not match; held here, since loggers are forgotten otherwise. */
    private static final Logger LOGGER = Logger.getLogger("org.apache.xml.security");

    @BeforeAll
    static void start() {
        LOGGER.setLevel(Level.OFF);
        Init.init();
    }

    private static SignatureProfile profile(SignatureAlgorithm algorithm) {
        return algorithm == SignatureAlgorithm.RSA_SHA1 ? SignatureProfile.legacyRsaSha1() : SignatureProfile.strict();
    }

    @ParameterizedTest
    @EnumSource
    void itVerifiesWhatWeSign(SignatureAlgorithm algorithm) throws Exception {
        Document document = parse(Messages.signed(profile(algorithm), algorithm, "Body", "Header"));
        id(document, "Body").getOwnerElement().setIdAttribute("Id", true);
        id(document, "Header").getOwnerElement().setIdAttribute("Id", true);
        boolean secure = algorithm != SignatureAlgorithm.RSA_SHA1;
        XMLSignature signature = new XMLSignature(Messages.signature(document), "", secure);
        assertThat(signature.checkSignatureValue(TestKeys.of(algorithm).getPublic()))
                .isTrue();
        assertThat(signature.getSignedInfo().getLength()).isEqualTo(2);
        element(document, "Amount").setTextContent("900");
        XMLSignature tampered = new XMLSignature(Messages.signature(document), "", secure);
        assertThat(tampered.checkSignatureValue(TestKeys.of(algorithm).getPublic()))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void weVerifyWhatItSigns(SignatureAlgorithm algorithm) throws Exception {
        Document document = parse(Messages.PLAIN);
        element(document, "Body").setIdAttribute("Id", true);
        XMLSignature signature =
                new XMLSignature(document, "", algorithm.uri(), Transforms.TRANSFORM_C14N_EXCL_OMIT_COMMENTS);
        document.getDocumentElement().appendChild(signature.getElement());
        Transforms transforms = new Transforms(document);
        transforms.addTransform(Transforms.TRANSFORM_C14N_EXCL_OMIT_COMMENTS);
        signature.addDocument("#body", transforms, algorithm.digestUri());
        signature.sign(TestKeys.of(algorithm).getPrivate());
        List<SignedElement> signed = XmlSignatureVerifier.of(profile(algorithm))
                .verify(
                        Messages.signature(parse(print(document))),
                        TestKeys.of(algorithm).getPublic());
        assertThat(signed).hasSize(1);
        assertThat(signed.get(0).content().getTextContent()).isEqualTo("100");
    }

    @Test
    void itVerifiesOurEnvelopedSignature() throws Exception {
        Document document = parse(Messages.assertion());
        element(document, "Assertion").setIdAttribute("ID", true);
        assertThat(new XMLSignature(Messages.signature(document), "", true)
                        .checkSignatureValue(TestKeys.RSA.getPublic()))
                .isTrue();
    }

    @Test
    void weVerifyItsSignatureOfAWholeDocument() throws Exception {
        Document document = parse(Messages.PLAIN);
        Element root = document.getDocumentElement();
        XMLSignature signature = new XMLSignature(
                document, "", SignatureAlgorithm.RSA_SHA256.uri(), Transforms.TRANSFORM_C14N_EXCL_OMIT_COMMENTS);
        root.appendChild(signature.getElement());
        Transforms transforms = new Transforms(document);
        transforms.addTransform(Transforms.TRANSFORM_ENVELOPED_SIGNATURE);
        transforms.addTransform(Transforms.TRANSFORM_C14N_EXCL_OMIT_COMMENTS);
        signature.addDocument("", transforms, SignatureAlgorithm.RSA_SHA256.digestUri());
        signature.sign(TestKeys.RSA.getPrivate());
        Document received = parse(print(document));
        List<SignedElement> signed = XmlSignatureVerifier.of(SignatureProfile.strict())
                .verify(Messages.signature(received), TestKeys.RSA.getPublic());
        assertThat(signed.get(0).original()).isSameAs(received.getDocumentElement());
        assertThat(signed.get(0).content().getTextContent()).isEqualTo("hello100");
    }

    @Test
    void weVerifyItsReferenceWithoutCanonicalisationUnderThatProfileOnly() throws Exception {
        Document document = parse(Messages.PLAIN);
        element(document, "Body").setIdAttribute("Id", true);
        XMLSignature signature = new XMLSignature(
                document, "", SignatureAlgorithm.RSA_SHA256.uri(), Transforms.TRANSFORM_C14N_EXCL_OMIT_COMMENTS);
        document.getDocumentElement().appendChild(signature.getElement());
        Transforms transforms = new Transforms(document);
        transforms.addTransform(Transforms.TRANSFORM_ENVELOPED_SIGNATURE);
        signature.addDocument("#body", transforms, MessageDigestAlgorithm.ALGO_ID_DIGEST_SHA256);
        signature.sign(TestKeys.RSA.getPrivate());
        String message = print(document);
        assertThat(XmlSignatureVerifier.of(SignatureProfile.strict().withImplicitCanonicalization())
                        .verify(Messages.signature(parse(message)), TestKeys.RSA.getPublic())
                        .get(0)
                        .content()
                        .getTextContent())
                .isEqualTo("100");
        assertThatThrownBy(() -> XmlSignatureVerifier.of(SignatureProfile.strict())
                        .verify(Messages.signature(parse(message)), TestKeys.RSA.getPublic()))
                .hasMessageContaining("WSI-BSP-C5441");
    }
}

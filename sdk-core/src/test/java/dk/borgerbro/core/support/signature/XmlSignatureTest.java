package dk.borgerbro.core.support.signature;

import static dk.borgerbro.core.support.signature.Messages.element;
import static dk.borgerbro.core.support.signature.Messages.parse;
import static dk.borgerbro.core.support.signature.Messages.signature;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.borgerbro.core.error.CallReference;
import java.io.IOException;
import java.security.Provider;
import java.security.Security;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class XmlSignatureTest {
    private static final XmlSignatureVerifier STRICT = XmlSignatureVerifier.of(SignatureProfile.strict());

    private static List<SignedElement> verify(String message) throws IOException {
        return STRICT.verify(signature(parse(message)), TestKeys.RSA.getPublic());
    }

    private static SignatureRefusedException refusal(String message) {
        return catchThrowableOfType(SignatureRefusedException.class, () -> verify(message));
    }

    private static void assertRefused(String message, String rule) {
        assertThat(refusal(message).findings()).extracting("rule").contains(rule);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RSA_SHA1")
    void everyAlgorithmOfTheStrictProfileGoesThereAndBack(SignatureAlgorithm algorithm) throws IOException {
        Document message = parse(Messages.signed(SignatureProfile.strict(), algorithm, "Body", "Header"));
        List<SignedElement> signed =
                STRICT.verify(signature(message), TestKeys.of(algorithm).getPublic());
        assertThat(signed).hasSize(2);
        assertThat(signed.get(0).original()).isSameAs(element(message, "Body"));
        assertThat(signed.get(0).content().getTextContent()).isEqualTo("100");
        assertThat(signed.get(1).content().getTextContent()).isEqualTo("hello");
    }

    @Test
    void theEnvelopedSignatureIsNotPartOfWhatIsRead() throws IOException {
        SignedElement assertion = verify(Messages.assertion()).get(0);
        assertThat(assertion.original().getLocalName()).isEqualTo("Assertion");
        assertThat(assertion.content().getElementsByTagNameNS("*", "Signature").getLength())
                .isZero();
        assertThat(element(assertion.content().getOwnerDocument(), "NameID").getTextContent())
                .isEqualTo("kirsten");
    }

    @Test
    void aCommentInAValueCannotCutItShort() throws IOException {
        String message = Messages.assertion().replace("kirsten", "kir<!-- -->sten");
        Element name = element(verify(message).get(0).content().getOwnerDocument(), "NameID");
        assertThat(name.getFirstChild().getNodeValue()).isEqualTo("kirsten");
    }

    @Test
    void aChangedElementIsRefused() {
        assertRefused(Messages.signed().replace("100", "900"), "XMLDSIG-3.2.1");
        assertThat(refusal(Messages.signed().replace("100", "900")))
                .hasMessageContaining("Reference[1]: was changed after it was signed")
                .hasMessageNotContaining("900")
                .hasNoCause();
    }

    @Test
    void aChangedDigestIsRefusedAsChangedSignedInfo() {
        assertRefused(Messages.signed().replaceFirst("DigestValue>.{4}", "DigestValue>AAAA"), "XMLDSIG-3.2.2");
    }

    @Test
    void anotherKeyIsRefused() {
        SignatureRefusedException refused = catchThrowableOfType(
                SignatureRefusedException.class,
                () -> STRICT.verify(signature(parse(Messages.signed())), TestKeys.OTHER_RSA.getPublic()));
        assertThat(refused.findings()).extracting("rule").containsExactly("XMLDSIG-3.2.2");
        assertThat(refused.asInvalidMessage(CallReference.local("income", "answer")))
                .hasMessageContaining("XMLDSIG-3.2.2");
    }

    @Test
    void keysThatAreTooShortOrOfAnotherKindAreRefused() {
        assertThat(catchThrowableOfType(
                                SignatureRefusedException.class,
                                () -> STRICT.verify(
                                        signature(parse(Messages.signed())), TestKeys.SHORT_RSA.getPublic()))
                        .findings())
                .extracting("rule")
                .containsExactly("XMLDSIG-6.4");
        assertThat(catchThrowableOfType(
                                SignatureRefusedException.class,
                                () -> STRICT.verify(signature(parse(Messages.signed())), TestKeys.EC.getPublic()))
                        .findings())
                .extracting("rule")
                .containsExactly("XMLDSIG-6.4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> XmlSigner.of(
                        SignatureProfile.strict(), SignatureAlgorithm.RSA_SHA256, TestKeys.SHORT_RSA.getPrivate()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> XmlSigner.of(
                        SignatureProfile.strict(), SignatureAlgorithm.ECDSA_SHA256, TestKeys.RSA.getPrivate()));
    }

    @Test
    void sha1IsTakenUnderItsOwnProfileOnly() throws IOException {
        String message = Messages.signed(SignatureProfile.legacyRsaSha1(), SignatureAlgorithm.RSA_SHA1, "Body");
        assertRefused(message, "XMLDSIG-4.4.2");
        List<SignedElement> signed = XmlSignatureVerifier.of(SignatureProfile.legacyRsaSha1())
                .verify(signature(parse(message)), TestKeys.RSA.getPublic());
        assertThat(signed.get(0).content().getTextContent()).isEqualTo("100");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> XmlSigner.of(
                        SignatureProfile.strict(), SignatureAlgorithm.RSA_SHA1, TestKeys.RSA.getPrivate()));
    }

    @Test
    void theLegacyProfileTakesNothingElseAndChecksAsMuch() {
        XmlSignatureVerifier legacy = XmlSignatureVerifier.of(SignatureProfile.legacyRsaSha1());
        String sha1 = Messages.signed(SignatureProfile.legacyRsaSha1(), SignatureAlgorithm.RSA_SHA1, "Body");
        List<String> messages = List.of(
                Messages.signed(),
                sha1.replace("100", "900"),
                sha1.replace("#body", "http://127.0.0.1:9/x"),
                sha1.replace("<m:Header Id=\"head\">", "<m:Header Id=\"body\">"));
        assertThat(messages)
                .allSatisfy(message -> assertThat(catchThrowableOfType(
                                SignatureRefusedException.class,
                                () -> legacy.verify(signature(parse(message)), TestKeys.RSA.getPublic())))
                        .isNotNull());
    }

    @Test
    void aProfileCanBeNarrowedToOneAlgorithm() {
        SignatureProfile only = SignatureProfile.strict().only(SignatureAlgorithm.RSA_SHA512);
        assertThat(catchThrowableOfType(
                        SignatureRefusedException.class,
                        () -> XmlSignatureVerifier.of(only)
                                .verify(signature(parse(Messages.signed())), TestKeys.RSA.getPublic())))
                .hasMessageContaining("XMLDSIG-4.4.2");
        assertThatIllegalArgumentException().isThrownBy(() -> only.only(SignatureAlgorithm.RSA_SHA256));
    }

    @Test
    void referencesWithoutCanonicalisationNeedTheirOwnProfile() throws IOException {
        // The signature fails afterwards, since SignedInfo was changed: what matters is which check stops it.
        String message = Messages.signed().replaceFirst("<ds:Transforms>.*</ds:Transforms>", "");
        assertRefused(message, "WSI-BSP-C5441");
        SignatureRefusedException refused = catchThrowableOfType(
                SignatureRefusedException.class,
                () -> XmlSignatureVerifier.of(SignatureProfile.strict().withImplicitCanonicalization())
                        .verify(signature(parse(message)), TestKeys.RSA.getPublic()));
        assertThat(refused.findings())
                .extracting("rule")
                .contains("XMLDSIG-3.2.2")
                .doesNotContain("WSI-BSP-C5441");
    }

    @Test
    void aProviderThatIsHandedInIsUsed() {
        Provider empty = new Provider("Empty", "1", "has no algorithms") {};
        assertThat(catchThrowableOfType(
                        SignatureRefusedException.class,
                        () -> STRICT.withProvider(empty)
                                .verify(signature(parse(Messages.signed())), TestKeys.RSA.getPublic())))
                .isNotNull();
        assertThat(catchThrowableOfType(
                        IllegalStateException.class,
                        () -> XmlSigner.of(
                                        SignatureProfile.strict(),
                                        SignatureAlgorithm.RSA_SHA256,
                                        TestKeys.RSA.getPrivate())
                                .withProvider(empty)
                                .signEnveloped(Messages.id(parse(Messages.ASSERTION), "Assertion"), null, List.of())))
                .isNotNull();
    }

    @Test
    void aProviderThatIsHandedInCanDoTheWork() throws IOException {
        Provider rsa = Security.getProvider("SunRsaSign");
        assertThat(STRICT.withProvider(rsa).verify(signature(parse(Messages.signed())), TestKeys.RSA.getPublic()))
                .hasSize(1);
    }

    @Test
    void indentationOfASignedMessageIsKept() throws IOException {
        Document document = parse("<m xmlns=\"urn:m\">\r\n  <a Id=\"x\">\n\t1 &#13; &lt;\n  </a>\n</m>");
        XmlSigner.of(SignatureProfile.strict(), SignatureAlgorithm.RSA_SHA256, TestKeys.RSA.getPrivate())
                .sign(document.getDocumentElement(), null, List.of(Messages.id(document, "a")), List.of());
        assertThat(verify(Messages.print(document)).get(0).content().getTextContent())
                .isEqualTo("\n\t1 \r <\n  ");
    }
}

package dk.borgerbro.eid.internal.opensaml;

import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.BASE64;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.DSA_SHA1;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.DSA_SHA256;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.ECDSA_SHA1;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.ECDSA_SHA256;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.ENVELOPED;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.EXCLUSIVE_C14N;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.HMAC_SHA1;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.HMAC_SHA256;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.HMAC_SHA512;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.INCLUSIVE_C14N;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.MD5;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.PSS_SHA1;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.RSA_MD5;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.RSA_SHA1;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.RSA_SHA224;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.SHA1;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.SHA224;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.XPATH;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.XSLT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerbro.eid.internal.saml.EngineCheck;
import dk.borgerbro.eid.internal.saml.Refusal;
import dk.borgerbro.testkit.nemlogin.ForgedResponse;
import dk.borgerbro.testkit.nemlogin.SignatureRecipe;
import dk.borgerbro.testkit.nemlogin.SignedReference;
import dk.borgerbro.testkit.nemlogin.SignedTransform;
import dk.borgerbro.testkit.nemlogin.Wrapping;
import dk.borgerbro.testkit.nemlogin.XmlPart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** S01 to S13: each way to get an assertion believed that the identity provider did not sign as it stands. */
class SignatureAttacksTest {
    private final Scene scene = Scene.ONLY;

    @Test
    void refusesAnAssertionThatIsNotSigned() { // S01
        Both.refuse(scene.person().withoutSignature(), EngineCheck.SIGNATURE_MISSING);
    }

    @Test
    void refusesASignedResponseAroundAnUnsignedAssertion() { // S21
        Both.refuse(scene.person().withoutSignature().withResponseSignature(by(scene)), EngineCheck.SIGNATURE_MISSING);
    }

    @Test
    void refusesABadSignatureOfTheResponseBesideAGoodAssertion() { // D9
        Both.refuse(
                scene.person()
                        .withResponseSignature(by(scene))
                        .changeSignedResponse(response -> response.set("@Consent", "urn:changed")),
                EngineCheck.SIGNATURE_KEY);
    }

    @ParameterizedTest
    @EnumSource(Wrapping.class)
    void acceptsNoneOfTheWrappingAttacksInTheClear(Wrapping attack) { // S02, S03, S04
        ForgedResponse signed =
                attack.wrapsResponse() ? scene.person().withResponseSignature(by(scene)) : scene.person();

        Verdict verdict = Both.verdict(Both.bytes(attack.inResponse(signed, SignatureAttacksTest::evil)));

        assertThat(verdict.word()).isIn("STRUCTURE", "XML", "SIGNATURE_FORM", "SIGNATURE_KEY", Verdict.COUNT);
    }

    @ParameterizedTest
    @EnumSource(
            value = Wrapping.class,
            names = {"XSW4", "XSW6", "XSW8"})
    void acceptsNoneOfTheWrappingAttacksInsideTheEncryption(Wrapping attack) { // S02, S03
        Verdict verdict = Both.verdict(Both.bytes(attack.inAssertion(scene.person(), SignatureAttacksTest::evil)));

        assertThat(verdict.word()).isIn("ASSERTION_STRUCTURE", "SIGNATURE_FORM", "SIGNATURE_MISSING");
    }

    @Test
    void refusesTheOriginalAssertionInAnAttributeOfTheEvilOne() { // S04
        ForgedResponse response = scene.person().changeAssertionText(text -> {
            String evil =
                    text.replaceFirst("ID=\"", "ID=\"_evil").replaceFirst("(?s)<ds:Signature.*</ds:Signature>", "");
            return evil.replace(
                    "</saml:AttributeStatement>",
                    "<saml:Attribute Name=\"x\"><saml:AttributeValue>" + text
                            + "</saml:AttributeValue></saml:Attribute></saml:AttributeStatement>");
        });

        Both.refuse(response, EngineCheck.SIGNATURE_MISSING);
    }

    @Test
    void refusesOtherReferencesThanTheOneToItsParent() { // S06
        refuseForm(recipe -> recipe.withReferences(SignedReference.good(), SignedReference.good()));
        refuseForm(recipe -> recipe.withReferenceUri(""));
        refuseForm(recipe -> recipe.withReferenceUri("#xpointer(/)"));
        Both.refuse(
                scene.person().changeSignedAssertion(assertion -> assertion.set("@ID", "_other")),
                EngineCheck.SIGNATURE_FORM);
    }

    @Test
    void refusesAReferenceWithoutUri() { // S06
        Both.refuse(
                scene.person()
                        .changeSignedAssertion(assertion -> assertion.remove("Signature/SignedInfo/Reference/@URI")),
                EngineCheck.SIGNATURE_FORM);
    }

    @Test
    void refusesAnObjectInTheSignature() { // S03
        refuseForm(recipe -> recipe.withObject("<x>y</x>"));
    }

    @Test
    void refusesOtherTransformsThanTheTwoOfTheProfile() { // S07, D9
        refuseForm(recipe -> recipe.withExtraTransform(XPATH, "<ds:XPath>true()</ds:XPath>"));
        refuseForm(recipe -> recipe.withExtraTransform(
                XSLT, "<xsl:stylesheet xmlns:xsl='http://www.w3.org/1999/XSL/Transform' version='1.0'/>"));
        refuseForm(recipe -> recipe.withExtraTransform(BASE64, ""));
        refuseForm(recipe -> recipe.withTransforms(SignedTransform.of(ENVELOPED)));
        refuseForm(recipe -> recipe.withTransforms(SignedTransform.of(ENVELOPED), SignedTransform.of(INCLUSIVE_C14N)));
        refuseForm(recipe -> recipe.withTransforms(SignedTransform.of(EXCLUSIVE_C14N), SignedTransform.of(ENVELOPED)));
        refuseForm(SignatureRecipe::withTransforms);
    }

    @Test
    void refusesTheKeyThatTheMessageBringsAlong() { // S08
        Both.refuse(
                scene.person().withSignature(SignatureRecipe.by(scene.forge().stranger())), EngineCheck.SIGNATURE_KEY);
    }

    @Test
    void refusesAKeyThatIsNoLongerTrusted() { // S09
        Both.refuse(
                scene.person().withSignature(SignatureRecipe.by(scene.forge().retiredSigner())),
                EngineCheck.SIGNATURE_KEY);
    }

    @Test
    void refusesEverythingWhereNoKeyIsTrusted() {
        Verdict verdict = Both.verdict(Both.bytes(scene.person()), scene.privateKeys(), List.of(), false);

        assertThat(verdict.word()).isEqualTo("SIGNATURE_KEY");
    }

    @Test
    void fetchesNothingThatKeyInformationPointsTo() throws IOException { // S11
        try (ServerSocket bait = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String url = "http://127.0.0.1:" + bait.getLocalPort() + "/key";
            Both.accept(scene.person()
                    .withSignature(recipe -> recipe.withKeyInfo("<ds:RetrievalMethod URI='" + url + "'/>")));
            Both.accept(scene.person()
                    .withSignature(recipe -> recipe.withKeyInfo(
                            "<dsig11:KeyInfoReference xmlns:dsig11='http://www.w3.org/2009/xmldsig11#' URI='" + url
                                    + "'/>")));
            Both.refuse(
                    scene.person().withSignature(recipe -> recipe.withReferenceUri(url)), EngineCheck.SIGNATURE_FORM);
            bait.setSoTimeout(100);
            assertThatThrownBy(bait::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {RSA_SHA1, RSA_MD5, RSA_SHA224, PSS_SHA1, DSA_SHA1, DSA_SHA256, ECDSA_SHA1, "urn:unknown", ""})
    void refusesASignatureAlgorithmThatIsNotAllowed(String algorithm) { // S12
        Both.refuse(
                scene.person()
                        .withSignature(
                                recipe -> recipe.claimingAlgorithm(algorithm + (algorithm.isEmpty() ? "x" : ""))),
                EngineCheck.SIGNATURE_ALGORITHM);
    }

    @ParameterizedTest
    @ValueSource(strings = {HMAC_SHA1, HMAC_SHA256, HMAC_SHA512})
    void refusesThePublicKeyAsSecretOfAnHmac(String algorithm) { // S12
        byte[] secret = scene.forge().signer().certificate().getPublicKey().getEncoded();

        Both.refuse(
                scene.person().withSignature(SignatureRecipe.bySecret(secret).withAlgorithm(algorithm)),
                EngineCheck.SIGNATURE_ALGORITHM);
    }

    @Test
    void refusesRealSignaturesOfOldAlgorithms() { // S12
        Both.refuse(
                scene.person().withSignature(recipe -> recipe.withAlgorithm(RSA_SHA1)),
                EngineCheck.SIGNATURE_ALGORITHM);
    }

    @ParameterizedTest
    @ValueSource(strings = {SHA1, MD5, SHA224})
    void refusesADigestThatIsNotAllowed(String digest) { // S13
        Both.refuse(scene.person().withSignature(recipe -> recipe.withDigest(digest)), EngineCheck.SIGNATURE_ALGORITHM);
    }

    @Test
    void refusesInclusiveCanonicalisationOfSignedInfo() {
        Both.refuse(
                scene.person().withSignature(recipe -> recipe.withCanonicalization(INCLUSIVE_C14N)),
                EngineCheck.SIGNATURE_ALGORITHM);
    }

    @Test
    void doesNotTrustAShortKeyEvenWhenToldTo() { // S14
        KeyPair weak = scene.shortKey();
        ForgedResponse response = scene.person().withSignature(SignatureRecipe.by(weak.getPrivate()));

        Verdict verdict = Both.verdict(Both.bytes(response), scene.privateKeys(), List.of(weak.getPublic()), false);

        assertThat(verdict.word()).isEqualTo("SIGNATURE_KEY");
    }

    @Test
    void refusesAChangedAssertion() {
        Both.refuse(scene.person().changeSignedAssertion(SignatureAttacksTest::evil), EngineCheck.SIGNATURE_KEY);
        Both.refuse(
                scene.person()
                        .changeSignedAssertion(assertion -> assertion.set(
                                "Signature/SignedInfo/Reference/DigestValue",
                                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")),
                EngineCheck.SIGNATURE_KEY);
    }

    @Test
    void refusesASignatureValueOfNothingButZeros() { // D16
        for (int length : new int[] {0, 1, 2, 63, 64, 65, 256, 5000}) {
            String zeros = Base64.getEncoder().encodeToString(new byte[length]);
            Both.refuse(
                    scene.person()
                            .withSignature(SignatureRecipe.by(scene.curve().getPrivate())
                                    .withAlgorithm(ECDSA_SHA256))
                            .changeSignedAssertion(assertion -> assertion.set("Signature/SignatureValue", zeros)),
                    EngineCheck.SIGNATURE_KEY);
            Both.refuse(
                    scene.person().changeSignedAssertion(assertion -> assertion.set("Signature/SignatureValue", zeros)),
                    EngineCheck.SIGNATURE_KEY);
        }
    }

    @Test
    void refusesAnAlgorithmThatDoesNotFitAnyTrustedKey() {
        Verdict verdict = Both.verdict(
                Both.bytes(scene.person()),
                scene.privateKeys(),
                List.of(scene.curve().getPublic()),
                false);

        assertThat(verdict.word()).isEqualTo("SIGNATURE_KEY");
    }

    @Test
    void saysNothingOfTheMessageInARefusal() throws Refusal {
        String xml = scene.person()
                .changeSignedAssertion(SignatureAttacksTest::evil)
                .issue()
                .xml();
        var sealed = Both.ENGINE
                .readResponse(xml.getBytes(StandardCharsets.UTF_8))
                .encryptedAssertions()
                .get(0);

        assertThatThrownBy(() -> sealed.open(scene.privateKeys(), true).verify(scene.trusted()))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.getMessage()).doesNotContain("evil").doesNotContain("_");
                    assertThat(refusal.getCause()).isNull();
                });
    }

    private void refuseForm(UnaryOperator<SignatureRecipe> change) {
        Both.refuse(scene.person().withSignature(change), EngineCheck.SIGNATURE_FORM);
    }

    private static SignatureRecipe by(Scene scene) {
        return SignatureRecipe.by(scene.forge().signer());
    }

    private static void evil(XmlPart assertion) {
        assertion.set("Subject/NameID", "evil");
    }
}

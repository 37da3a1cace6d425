package dk.borgerbro.eid.internal.opensaml;

import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.AES128_CBC;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.AES128_GCM;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.AES192_GCM;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.AES256_CBC;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.AES256_GCM;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.ECDSA_SHA256;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.ECDSA_SHA384;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.ECDSA_SHA512;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.ENVELOPED;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.EXCLUSIVE_C14N_WITH_COMMENTS;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.MGF1_SHA1;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.MGF1_SHA256;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.MGF1_SHA512;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.PSS_SHA256;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.PSS_SHA384;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.PSS_SHA512;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.RSA_SHA256;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.RSA_SHA384;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.RSA_SHA512;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.SHA1;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.SHA256;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.SHA384;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.SHA512;
import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerbro.eid.internal.saml.AssertionContent;
import dk.borgerbro.eid.internal.saml.AssertionContent.AttributeValue;
import dk.borgerbro.testkit.nemlogin.EncryptionRecipe;
import dk.borgerbro.testkit.nemlogin.ForgedResponse;
import dk.borgerbro.testkit.nemlogin.SignatureRecipe;
import dk.borgerbro.testkit.nemlogin.SignedTransform;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All that a good identity provider may do differently must come through, and mean the same. */
class AcceptedFormsTest {
    private final Scene scene = Scene.ONLY;

    @Test
    void readsWhatTheAssertionSays() {
        ForgedResponse response = scene.professional();

        AssertionContent content = Both.accept(response);

        assertThat(content.id()).isEqualTo(response.facts().assertionId());
        assertThat(content.issueInstant()).isEqualTo(response.facts().now());
        assertThat(content.issuer().value()).isEqualTo(scene.forge().entityId());
        assertThat(content.subject().orElseThrow().nameId().orElseThrow().value())
                .isEqualTo(response.facts().nameId());
        assertThat(content.conditions().orElseThrow().audiences()).containsExactly(Set.of("https://sp.example/saml"));
        assertThat(content.authentications().get(0).sessionIndex())
                .contains(response.facts().sessionIndex());
        assertThat(content.attributeStatements().get(0))
                .extracting(AttributeValue::name)
                .contains("https://data.gov.dk/model/core/eid/professional/cvr");
    }

    @ParameterizedTest
    @ValueSource(strings = {AES128_CBC, AES256_CBC, AES128_GCM, AES192_GCM, AES256_GCM})
    void opensEachAllowedBlockCipher(String cipher) {
        Both.accept(scene.person().withEncryption(recipe -> recipe.withBlockCipher(cipher)));
    }

    @Test
    void opensBothFormsOfOaepWithEachAllowedDigestAndMask() {
        for (String digest : new String[] {"", SHA1, SHA256, SHA512}) {
            Both.accept(scene.person().withEncryption(recipe -> recipe.withOaepMgf1p(digest)));
            for (String mask : new String[] {"", MGF1_SHA1, MGF1_SHA256, MGF1_SHA512}) {
                Both.accept(scene.person().withEncryption(recipe -> recipe.withOaep(digest, mask)));
            }
        }
    }

    @Test
    void opensAKeyThatLiesBesideTheData() {
        Both.accept(scene.person().withEncryption(EncryptionRecipe::withKeyBeside));
        Both.accept(scene.person()
                .withEncryption(recipe ->
                        recipe.withKeyBeside().changeEncrypted(element -> element.remove("EncryptedData/KeyInfo"))));
    }

    @Test
    void opensWithTheSecondKeyOfTheServiceProvider() { // S19
        EncryptionRecipe second = EncryptionRecipe.to(scene.secondKey().certificate());

        Both.accept(scene.person().withEncryption(any -> second));
        Both.accept(scene.person().withEncryption(any -> second.withBlockCipher(AES256_CBC)));
    }

    @Test
    void opensItsOwnAmongSeveralKeys() {
        Both.accept(scene.person()
                .withEncryption(any -> EncryptionRecipe.to(
                        scene.forge().stranger().certificate(), scene.key().certificate())));
    }

    @ParameterizedTest
    @ValueSource(strings = {RSA_SHA256, RSA_SHA384, RSA_SHA512, PSS_SHA256, PSS_SHA384, PSS_SHA512})
    void verifiesEachAllowedRsaSignature(String algorithm) {
        for (String digest : new String[] {SHA256, SHA384, SHA512}) {
            Both.accept(scene.person()
                    .withSignature(recipe -> recipe.withAlgorithm(algorithm).withDigest(digest)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {ECDSA_SHA256, ECDSA_SHA384, ECDSA_SHA512})
    void verifiesEachAllowedSignatureOnACurve(String algorithm) {
        Both.accept(scene.person()
                .withSignature(SignatureRecipe.by(scene.curve().getPrivate()).withAlgorithm(algorithm)));
    }

    @Test
    void verifiesWithTheSecondKeyOfTheIdentityProvider() { // S10
        Both.accept(
                scene.person().withSignature(SignatureRecipe.by(scene.forge().secondSigner())));
    }

    @Test
    void takesCanonicalisationWithCommentsAndWithInclusivePrefixes() {
        Both.accept(scene.person()
                .changeAssertion(assertion -> assertion.prepend("", "<!-- a comment that is signed -->"))
                .withSignature(recipe -> recipe.withCanonicalization(EXCLUSIVE_C14N_WITH_COMMENTS)
                        .withTransforms(
                                SignedTransform.of(ENVELOPED), SignedTransform.of(EXCLUSIVE_C14N_WITH_COMMENTS))));
    }

    @Test
    void joinsTextAroundComments() { // S23
        AssertionContent content = Both.accept(scene.person()
                .changeAssertionText(text -> text.replace("</saml:NameID>", "<!-- -->.evil</saml:NameID>"))
                .withSignature(recipe -> recipe)
                .changeAssertion(assertion -> assertion.set("Subject/NameID", "admin.evil"))
                .changeAssertionText(text -> text.replace("admin.evil<!-- -->.evil", "admin<!-- -->.evil")));

        assertThat(nameId(content)).isEqualTo("admin.evil");
    }

    @Test
    void takesCdataWhole() { // S24
        AssertionContent content = Both.accept(scene.person()
                .changeAssertion(assertion -> assertion.set("Subject/NameID", "before<mid>after"))
                .changeAssertionText(text -> text.replace("before&lt;mid&gt;after", "before<![CDATA[<mid>]]>after")));

        assertThat(nameId(content)).isEqualTo("before<mid>after");
    }

    @Test
    void takesTheWholeTextAroundAProcessingInstruction() { // S24
        AssertionContent content = Both.accept(scene.person()
                .changeAssertion(assertion ->
                        assertion.set("Subject/NameID", "first").append("Subject/NameID", "<?evil x?>second")));

        assertThat(nameId(content)).isEqualTo("firstsecond");
    }

    @Test
    void takesOtherPrefixesWhiteSpaceAndComments() {
        ForgedResponse plain = scene.professional();
        AssertionContent expected = Both.accept(plain);
        List<ForgedResponse> variants = new ArrayList<>();
        variants.add(plain.changeText(text -> text.replace("samlp:", "p:").replace("xmlns:samlp", "xmlns:p")));
        variants.add(plain.changeText(text -> text.replace("<samlp:Status>", "\n  <!-- x -->\n <samlp:Status>\n")));
        variants.add(plain.changeText(text -> "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + text + "\n"));
        variants.add(plain.changeText(text -> text.replace("<xenc:CipherValue>", "<xenc:CipherValue>\r\n ")));
        for (ForgedResponse variant : variants) {
            assertThat(Both.accept(variant)).isEqualTo(expected);
        }
    }

    @Test
    void readsOtherEncodingsThanUtf8() {
        byte[] utf16 = ("<?xml version=\"1.0\" encoding=\"UTF-16\"?>"
                        + scene.person().issue().xml())
                .getBytes(StandardCharsets.UTF_16);

        assertThat(Both.verdict(utf16).word()).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void keepsAttributesWithSeveralValuesWithNoneAndWithElements() {
        AssertionContent content = Both.accept(scene.person()
                .changeAssertion(assertion -> assertion.append(
                        "AttributeStatement",
                        "<saml:Attribute Name='two'><saml:AttributeValue>a</saml:AttributeValue>"
                                + "<saml:AttributeValue xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
                                + " xmlns:xs='http://www.w3.org/2001/XMLSchema' xsi:type='xs:string'> b </saml:AttributeValue>"
                                + "</saml:Attribute><saml:Attribute Name='none'/>"
                                + "<saml:Attribute Name='xml'><saml:AttributeValue><x>y</x></saml:AttributeValue>"
                                + "</saml:Attribute>")));

        List<AttributeValue> attributes = content.attributeStatements().get(0);
        assertThat(named(attributes, "two").values()).containsExactly("a", " b ");
        assertThat(named(attributes, "none").values()).isEmpty();
        assertThat(named(attributes, "none").textOnly()).isTrue();
        assertThat(named(attributes, "xml").textOnly()).isFalse();
    }

    @Test
    void readsTimesWithoutZoneAsUtcAndWithOffset() {
        AssertionContent content = Both.accept(scene.person()
                .changeAssertion(assertion -> assertion
                        .set("@IssueInstant", "2026-11-25T08:00:00")
                        .set("Conditions/@NotBefore", "2026-11-25T10:00:00.5+02:00")));

        assertThat(content.issueInstant()).hasToString("2026-11-25T08:00:00Z");
        assertThat(content.conditions().orElseThrow().notBefore().orElseThrow())
                .hasToString("2026-11-25T08:00:00.500Z");
    }

    @Test
    void reportsAConditionThatItDoesNotKnow() { // S45
        AssertionContent content = Both.accept(scene.person()
                .changeAssertion(assertion -> assertion.append(
                        "Conditions",
                        "<saml:Condition xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
                                + " xsi:type='saml:OneTimeUseType'/>")));

        assertThat(content.conditions().orElseThrow().unknown()).isTrue();
    }

    @Test
    void takesASignedResponseAroundASignedAssertion() {
        Both.accept(scene.person()
                .withResponseSignature(SignatureRecipe.by(scene.forge().signer())));
    }

    private static AttributeValue named(List<AttributeValue> attributes, String name) {
        return attributes.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String nameId(AssertionContent content) {
        return content.subject().orElseThrow().nameId().orElseThrow().value();
    }
}

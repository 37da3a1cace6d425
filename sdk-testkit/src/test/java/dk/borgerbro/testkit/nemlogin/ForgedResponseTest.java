package dk.borgerbro.testkit.nemlogin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerbro.testkit.person.TestOrganisation;
import dk.borgerbro.testkit.person.TestPerson;
import dk.borgerbro.testkit.pki.TestIdentity;
import dk.borgerbro.testkit.pki.TestPki;
import java.net.URI;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.xml.crypto.KeySelector;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class ForgedResponseTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:15:30.123Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final SamlSchemas SCHEMAS = new SamlSchemas();

    private static TestPki pki;
    private static SamlForge forge;
    private static TestIdentity spKey;
    private static RegisteredServiceProvider sp;

    @BeforeAll
    static void prepare() {
        pki = TestPki.builder().clock(CLOCK).build();
        forge = SamlForge.builder(pki).clock(CLOCK).keyBits(2048).seed(7).build();
        spKey = pki.order().keyBits(2048).issue();
        sp = RegisteredServiceProvider.of("https://sp.example", URI.create("https://sp.example/saml/acs"), spKey);
    }

    private static ForgedResponse good() {
        return forge.response(sp, "_request", SimulatedUser.person(TestPerson.ADULT));
    }

    private static XmlPart assertionOf(IssuedResponse issued) throws Exception {
        return new XmlPart(ReadBack.parse(ReadBack.decrypt(issued.xml(), spKey.privateKey()))
                .getDocumentElement());
    }

    private static boolean verifies(IssuedResponse issued) throws Exception {
        return ReadBack.verifies(
                ReadBack.decrypt(issued.xml(), spKey.privateKey()),
                forge.signer().certificate().getPublicKey());
    }

    @Test
    void aGoodResponseIsValidAgainstTheSchemasOutsideAndInside() throws Exception {
        for (SimulatedUser user : List.of(
                SimulatedUser.person(TestPerson.ADULT),
                SimulatedUser.professional(TestPerson.SECOND_ADULT, TestOrganisation.MUNICIPALITY)
                        .level(SimulatedLevel.HIGH)
                        .withPrivilegeUris("urn:dk:some:privilege")
                        .representing(TestOrganisation.COMPANY, TestOrganisation.VENDOR)
                        .withBootstrapToken("<saml:Assertion/>"))) {
            IssuedResponse issued = forge.response(sp, "_request", user).issue();
            assertThat(SCHEMAS.problem(ReadBack.parse(issued.xml()))).isEmpty();
            String inside = ReadBack.decrypt(issued.xml(), spKey.privateKey());
            assertThat(SCHEMAS.problem(ReadBack.parse(inside))).isEmpty();
            assertThat(inside).isEqualTo(issued.assertionXml());
        }
    }

    @Test
    void theSchemasRefuseWhatIsOutOfOrder() throws Exception {
        IssuedResponse issued =
                good().changeResponse(root -> root.remove("Status")).issue();

        assertThat(SCHEMAS.problem(ReadBack.parse(issued.xml()))).contains("schema rule cvc-complex-type.2.4.a");
    }

    @Test
    void aGoodResponseCarriesASignatureThatTheJdkVerifies() throws Exception {
        assertThat(verifies(good().issue())).isTrue();
    }

    @Test
    void aChangeAfterSigningBreaksTheSignature() throws Exception {
        IssuedResponse issued = good().changeSignedAssertion(
                        assertion -> assertion.set("Subject/NameID", "somebody else"))
                .issue();

        assertThat(verifies(issued)).isFalse();
    }

    @Test
    void aChangeBeforeSigningKeepsTheSignature() throws Exception {
        IssuedResponse issued = good().changeAssertion(
                        assertion -> assertion.set("Conditions/@NotOnOrAfter", "2001-01-01T00:00:00Z"))
                .issue();

        assertThat(assertionOf(issued).get("Conditions/@NotOnOrAfter")).isEqualTo("2001-01-01T00:00:00Z");
        assertThat(verifies(issued)).isTrue();
    }

    @Test
    void theSameSeedAndClockMakeTheSameMessage() {
        SamlForge again =
                SamlForge.builder(pki).clock(CLOCK).keyBits(2048).seed(7).build();
        SimulatedUser user = SimulatedUser.person(TestPerson.ADULT);
        ForgedResponse response = again.response(sp, "_request", user);

        assertThat(response.issue().xml()).isEqualTo(response.issue().xml());
        assertThat(again.response(sp, "_request", user).facts().assertionId())
                .isNotEqualTo(response.facts().assertionId());
        assertThat(SamlForge.builder(pki)
                        .seed(7)
                        .build()
                        .response(sp, "_request", user)
                        .facts()
                        .assertionId())
                .isEqualTo(response.facts().assertionId());
    }

    @Test
    void factsReachTheMessage() throws Exception {
        IssuedResponse issued = good().withFacts(facts -> facts.withIssuer("https://other.example")
                        .withDestination("https://evil.example/acs")
                        .withAudience("https://other-sp.example")
                        .withInResponseTo("_another")
                        .withNameId("name")
                        .withNameIdFormat(Saml.TRANSIENT)
                        .withResponseId("_r")
                        .withAssertionId("_a")
                        .withSessionIndex("_s")
                        .at(NOW.plusSeconds(60))
                        .withAuthnInstant(NOW.minusSeconds(60))
                        .withNotOnOrAfter(NOW.plusSeconds(90))
                        .withSessionNotOnOrAfter(NOW.plusSeconds(120)))
                .issue();
        XmlPart response = new XmlPart(ReadBack.parse(issued.xml()).getDocumentElement());
        XmlPart assertion = assertionOf(issued);
        XmlPart confirmation = assertion.at("Subject/SubjectConfirmation/SubjectConfirmationData");

        assertThat(response.get("Issuer")).isEqualTo("https://other.example");
        assertThat(assertion.get("Issuer")).isEqualTo("https://other.example");
        assertThat(response.get("@Destination")).isEqualTo("https://evil.example/acs");
        assertThat(confirmation.get("@Recipient")).isEqualTo("https://evil.example/acs");
        assertThat(assertion.get("Conditions/AudienceRestriction/Audience")).isEqualTo("https://other-sp.example");
        assertThat(response.get("@InResponseTo")).isEqualTo("_another");
        assertThat(confirmation.get("@InResponseTo")).isEqualTo("_another");
        assertThat(assertion.get("Subject/NameID")).isEqualTo("name");
        assertThat(assertion.get("Subject/NameID/@Format")).isEqualTo(Saml.TRANSIENT);
        assertThat(response.get("@ID")).isEqualTo("_r");
        assertThat(assertion.get("@ID")).isEqualTo("_a");
        assertThat(assertion.get("AuthnStatement/@SessionIndex")).isEqualTo("_s");
        assertThat(response.get("@IssueInstant")).isEqualTo("2026-03-02T10:16:30.123Z");
        assertThat(assertion.get("AuthnStatement/@AuthnInstant")).isEqualTo("2026-03-02T10:14:30.123Z");
        assertThat(confirmation.get("@NotOnOrAfter")).isEqualTo("2026-03-02T10:17:00.123Z");
        assertThat(assertion.get("Conditions/@NotOnOrAfter")).isEqualTo("2026-03-02T10:17:00.123Z");
        assertThat(assertion.get("AuthnStatement/@SessionNotOnOrAfter")).isEqualTo("2026-03-02T10:17:30.123Z");
    }

    @Test
    void aFailureHasStatusCodesAndNoAssertion() throws Exception {
        IssuedResponse issued = good().withFacts(facts -> facts.failing("<b>no</b>", "Responder", "AuthnFailed"))
                .issue();
        XmlPart response = new XmlPart(ReadBack.parse(issued.xml()).getDocumentElement());

        assertThat(response.get("Status/StatusCode/@Value")).isEqualTo(Saml.STATUS + "Responder");
        assertThat(response.get("Status/StatusCode/StatusCode/@Value")).isEqualTo(Saml.STATUS + "AuthnFailed");
        assertThat(response.get("Status/StatusMessage")).isEqualTo("<b>no</b>");
        assertThat(response.all("EncryptedAssertion")).isEmpty();
        assertThat(SCHEMAS.problem(ReadBack.parse(issued.xml()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SamlAlgorithms.RSA_SHA1,
                SamlAlgorithms.RSA_SHA256,
                SamlAlgorithms.RSA_SHA384,
                SamlAlgorithms.RSA_SHA512,
                SamlAlgorithms.PSS_SHA1,
                SamlAlgorithms.PSS_SHA256,
                SamlAlgorithms.PSS_SHA384,
                SamlAlgorithms.PSS_SHA512
            })
    void signsWithEachRsaAlgorithm(String algorithm) throws Exception {
        IssuedResponse issued =
                good().withSignature(recipe -> recipe.withAlgorithm(algorithm)).issue();

        assertThat(ReadBack.verifies(
                        issued.assertionXml(), forge.signer().certificate().getPublicKey(), false))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SamlAlgorithms.SHA1,
                SamlAlgorithms.SHA224,
                SamlAlgorithms.SHA256,
                SamlAlgorithms.SHA384,
                SamlAlgorithms.SHA512
            })
    void digestsWithEachAlgorithm(String digest) throws Exception {
        IssuedResponse issued =
                good().withSignature(recipe -> recipe.withDigest(digest)).issue();

        assertThat(ReadBack.verifies(
                        issued.assertionXml(), forge.signer().certificate().getPublicKey(), false))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SamlAlgorithms.EXCLUSIVE_C14N,
                SamlAlgorithms.EXCLUSIVE_C14N_WITH_COMMENTS,
                SamlAlgorithms.INCLUSIVE_C14N
            })
    void canonicalisesInEachWay(String algorithm) throws Exception {
        IssuedResponse issued = good().changeAssertion(
                        assertion -> assertion.append("Subject/NameID", "<!-- a comment -->"))
                .withSignature(recipe -> recipe.withCanonicalization(algorithm)
                        .withTransforms(SignedTransform.of(SamlAlgorithms.ENVELOPED), SignedTransform.of(algorithm)))
                .issue();

        assertThat(verifies(issued)).isTrue();
        assertThat(issued.assertionXml()).contains("<!-- a comment -->");
    }

    @Test
    void signsWithEllipticCurves() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        IssuedResponse issued = good().withSignature(
                        SignatureRecipe.by(pair.getPrivate()).withAlgorithm(SamlAlgorithms.ECDSA_SHA256))
                .issue();

        assertThat(ReadBack.verifies(issued.assertionXml(), pair.getPublic())).isTrue();
    }

    @Test
    void signsWithAPublicKeyAsASecret() throws Exception {
        byte[] secret = forge.signer().certificate().getPublicKey().getEncoded();
        IssuedResponse issued =
                good().withSignature(SignatureRecipe.bySecret(secret)).issue();
        Document document = ReadBack.parse(issued.assertionXml());
        KeySelector key = KeySelector.singletonKeySelector(new javax.crypto.spec.SecretKeySpec(secret, "HmacSHA256"));

        assertThat(ReadBack.verifies(document.getDocumentElement(), key, false)).isTrue();
    }

    @Test
    void namesAnAlgorithmWithoutUsingIt() throws Exception {
        IssuedResponse issued = good().withSignature(recipe -> recipe.claimingAlgorithm("urn:unknown"))
                .issue();

        assertThat(assertionOf(issued).get("Signature/SignedInfo/SignatureMethod/@Algorithm"))
                .isEqualTo("urn:unknown");
        assertThatThrownBy(() -> good().withSignature(recipe -> recipe.withAlgorithm("urn:unknown"))
                        .issue())
                .hasMessageContaining("claimingAlgorithm");
    }

    @Test
    void putsReferencesTransformsObjectsAndKeyInfoWhereAsked() throws Exception {
        IssuedResponse issued = good().withSignature(recipe -> recipe.withReferences(
                                SignedReference.good(), SignedReference.good().withUri(""))
                        .withExtraTransform(SamlAlgorithms.XPATH, "<ds:XPath>true()</ds:XPath>")
                        .withKeyInfo("<ds:RetrievalMethod URI=\"http://evil.example/key\"/>")
                        .withObject("<saml:Advice/>")
                        .changeSignedInfo(info -> info.set("@Id", "changed")))
                .issue();
        XmlPart signature = assertionOf(issued).at("Signature");

        assertThat(signature.all("SignedInfo/Reference")).hasSize(2);
        assertThat(signature.get("SignedInfo/Reference[2]/@URI")).isEmpty();
        assertThat(signature.get("SignedInfo/Reference/Transforms/Transform[3]/@Algorithm"))
                .isEqualTo(SamlAlgorithms.XPATH);
        assertThat(signature.get("SignedInfo/@Id")).isEqualTo("changed");
        assertThat(signature.get("KeyInfo/RetrievalMethod/@URI")).isEqualTo("http://evil.example/key");
        assertThat(signature.all("Object")).hasSize(1);
    }

    @Test
    void severalReferencesAllHoldTheRightDigest() throws Exception {
        IssuedResponse issued = good().withSignature(recipe -> recipe.withReferences(
                        SignedReference.good(), SignedReference.good().withUri("")))
                .issue();

        assertThat(verifies(issued)).isTrue();
    }

    @Test
    void anXpathFilterThatLetsEverythingThroughChangesNoDigest() throws Exception {
        IssuedResponse issued = good().withSignature(recipe -> recipe.withTransforms(
                        SignedTransform.of(SamlAlgorithms.ENVELOPED),
                        new SignedTransform(SamlAlgorithms.XPATH, "<ds:XPath>true()</ds:XPath>"),
                        SignedTransform.of(SamlAlgorithms.EXCLUSIVE_C14N)))
                .issue();

        assertThat(ReadBack.verifies(
                        issued.assertionXml(), forge.signer().certificate().getPublicKey(), false))
                .isTrue();
    }

    static List<EncryptionRecipe> encryptions() {
        EncryptionRecipe good = EncryptionRecipe.to(spKey.certificate());
        List<EncryptionRecipe> all = new ArrayList<>();
        for (String cipher : List.of(
                SamlAlgorithms.AES128_CBC,
                SamlAlgorithms.AES192_CBC,
                SamlAlgorithms.AES256_CBC,
                SamlAlgorithms.TRIPLE_DES_CBC,
                SamlAlgorithms.AES128_GCM,
                SamlAlgorithms.AES192_GCM,
                SamlAlgorithms.AES256_GCM)) {
            all.add(good.withBlockCipher(cipher));
        }
        List<String> digests =
                List.of("", SamlAlgorithms.SHA1, SamlAlgorithms.SHA256, SamlAlgorithms.SHA384, SamlAlgorithms.SHA512);
        List<String> masks = List.of(
                "",
                SamlAlgorithms.MGF1_SHA1,
                SamlAlgorithms.MGF1_SHA256,
                SamlAlgorithms.MGF1_SHA384,
                SamlAlgorithms.MGF1_SHA512);
        for (String digest : digests) {
            all.add(good.withOaepMgf1p(digest));
            for (String mask : masks) {
                all.add(good.withOaep(digest, mask));
            }
        }
        all.add(good.withRsa15());
        all.add(good.withKeyBeside());
        all.add(good.withoutRecipientHint());
        all.add(good.withRecipients(spKey.certificate(), forge.stranger().certificate()));
        return all;
    }

    @ParameterizedTest
    @MethodSource("encryptions")
    void encryptsInEachWayAndStaysValid(EncryptionRecipe recipe) throws Exception {
        IssuedResponse issued = good().withEncryption(old -> recipe).issue();

        assertThat(ReadBack.decrypt(issued.xml(), spKey.privateKey())).isEqualTo(issued.assertionXml());
        assertThat(SCHEMAS.problem(ReadBack.parse(issued.xml()))).isEmpty();
    }

    @Test
    void damagesPaddingAndCipherText() throws Exception {
        IssuedResponse issued = good().withEncryption(recipe -> recipe.withBlockCipher(SamlAlgorithms.AES128_CBC)
                        .changePadded(padded -> {
                            padded[padded.length - 1] = 1;
                            return padded;
                        }))
                .issue();
        assertThat(ReadBack.decrypt(issued.xml(), spKey.privateKey()))
                .startsWith(issued.assertionXml())
                .isNotEqualTo(issued.assertionXml());

        IssuedResponse broken = good().withEncryption(recipe -> recipe.changeCipherText(text -> {
                    text[20] ^= 1;
                    return text;
                }))
                .issue();
        assertThatThrownBy(() -> ReadBack.decrypt(broken.xml(), spKey.privateKey()))
                .isInstanceOf(javax.crypto.AEADBadTagException.class);
    }

    @Test
    void changesTheEncryptedFormAndTheTexts() throws Exception {
        IssuedResponse issued = good().changeAssertionText(
                        text -> text.replace("<saml:NameID", "<!-- here --><saml:NameID"))
                .withEncryption(recipe -> recipe.changeEncrypted(encrypted -> encrypted.replace(
                        "EncryptedData/CipherData/CipherValue",
                        "<xenc:CipherReference URI=\"http://evil.example/\"/>")))
                .changeText(text -> "<!DOCTYPE x [<!ENTITY e 'v'>]>" + text)
                .issue();

        assertThat(issued.xml()).startsWith("<!DOCTYPE").contains("CipherReference URI=\"http://evil.example/\"");
        assertThat(issued.assertionXml()).contains("<!-- here --><saml:NameID");
    }

    @Test
    void signsTheResponseToo() throws Exception {
        SignatureRecipe recipe = SignatureRecipe.by(forge.signer());
        IssuedResponse issued = good().withResponseSignature(recipe).issue();

        assertThat(ReadBack.verifies(issued.xml(), forge.signer().certificate().getPublicKey()))
                .isTrue();
        assertThat(SCHEMAS.problem(ReadBack.parse(issued.xml()))).isEmpty();
        assertThat(ReadBack.verifies(
                        good().withResponseSignature(recipe)
                                .changeSignedResponse(root -> root.set("@Destination", "https://evil.example"))
                                .issue()
                                .xml(),
                        forge.signer().certificate().getPublicKey()))
                .isFalse();
    }

    @Test
    void leavesSignatureAndEncryptionOut() throws Exception {
        IssuedResponse issued = good().withoutSignature().withoutEncryption().issue();
        XmlPart response = new XmlPart(ReadBack.parse(issued.xml()).getDocumentElement());

        assertThat(response.all("EncryptedAssertion")).isEmpty();
        assertThat(response.at("Assertion").all("Signature")).isEmpty();
    }

    /** The point of wrapping: the signature is good, and it is not the evil element that it covers. */
    @ParameterizedTest
    @EnumSource(Wrapping.class)
    void wrappedSignaturesStillVerify(Wrapping attack) throws Exception {
        ForgedResponse original =
                attack.wrapsResponse() ? good().withResponseSignature(SignatureRecipe.by(forge.signer())) : good();
        IssuedResponse issued = attack.inResponse(original, evil -> evil.set("Subject/NameID", "evil"))
                .issue();
        Document document = ReadBack.parse(issued.xml());

        assertThat(issued.xml()).contains(">evil</saml:NameID>");
        assertThat(anySignatureVerifies(document)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Wrapping.class,
            names = {"XSW4", "XSW6", "XSW8"})
    void wrappedSignaturesInsideTheEncryptionStillVerify(Wrapping attack) throws Exception {
        IssuedResponse issued = attack.inAssertion(good(), evil -> evil.set("Subject/NameID", "evil"))
                .issue();
        Document document = ReadBack.parse(ReadBack.decrypt(issued.xml(), spKey.privateKey()));
        XmlPart root = new XmlPart(document.getDocumentElement());

        assertThat(root.get("Subject/NameID")).isEqualTo("evil");
        assertThat(anySignatureVerifies(document)).isTrue();
    }

    private static boolean anySignatureVerifies(Document document) throws Exception {
        var all = document.getElementsByTagNameNS("*", "*");
        for (int i = 0; i < all.getLength(); i++) {
            if (((Element) all.item(i)).hasAttribute("ID")) {
                ((Element) all.item(i)).setIdAttribute("ID", true);
            }
        }
        var signatures = document.getElementsByTagNameNS("http://www.w3.org/2000/09/xmldsig#", "Signature");
        KeySelector key =
                KeySelector.singletonKeySelector(forge.signer().certificate().getPublicKey());
        for (int i = 0; i < signatures.getLength(); i++) {
            inObject((Element) signatures.item(i));
            if (ReadBack.verifiesSignature((Element) signatures.item(i), key, false)) {
                return true;
            }
        }
        return false;
    }

    /** The JDK reads no signature with strange children; what it signs stays the same when they are moved into an Object. */
    private static void inObject(Element signature) {
        for (var child = signature.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (!"http://www.w3.org/2000/09/xmldsig#".equals(child.getNamespaceURI())) {
                Element object =
                        signature.getOwnerDocument().createElementNS("http://www.w3.org/2000/09/xmldsig#", "ds:Object");
                signature.replaceChild(object, child);
                object.appendChild(child);
                return;
            }
        }
    }
}

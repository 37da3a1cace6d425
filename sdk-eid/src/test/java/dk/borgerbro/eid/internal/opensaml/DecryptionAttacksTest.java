package dk.borgerbro.eid.internal.opensaml;

import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.AES128_GCM;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.AES192_CBC;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.AES256_CBC;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.MD5;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.MGF1_SHA1;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.MGF1_SHA224;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.MGF1_SHA384;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.RSA_OAEP_MGF1P;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.SHA1;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.SHA224;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.SHA384;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.TRIPLE_DES_CBC;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.XPATH;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.XSLT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.borgerbro.eid.internal.saml.EngineCheck;
import dk.borgerbro.eid.internal.saml.Refusal;
import dk.borgerbro.eid.internal.saml.SealedAssertion;
import dk.borgerbro.testkit.nemlogin.EncryptionRecipe;
import dk.borgerbro.testkit.nemlogin.ForgedResponse;
import dk.borgerbro.testkit.nemlogin.SignatureRecipe;
import dk.borgerbro.testkit.nemlogin.XmlPart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** S15 to S19: one refusal for whatever is wrong with the encryption, and nothing fetched or run because a message asks for it. */
class DecryptionAttacksTest {
    private final Scene scene = Scene.ONLY;

    @Test
    void refusesOldKeyTransport() { // S15
        refuse(EncryptionRecipe::withRsa15);
    }

    @Test
    void refusesDigestsAndMasksThatAreNotAllowed() {
        for (String digest : new String[] {MD5, SHA224, SHA384, "urn:unknown"}) {
            refuse(recipe -> recipe.changeEncrypted(
                    element -> key(element).set("EncryptionMethod/DigestMethod/@Algorithm", digest)));
        }
        for (String mask : new String[] {MGF1_SHA224, MGF1_SHA384, "urn:unknown"}) {
            refuse(recipe ->
                    recipe.changeEncrypted(element -> key(element).set("EncryptionMethod/MGF/@Algorithm", mask)));
        }
        refuse(recipe ->
                recipe.changeEncrypted(element -> key(element).set("EncryptionMethod/@Algorithm", RSA_OAEP_MGF1P)));
    }

    @ParameterizedTest
    @ValueSource(strings = {TRIPLE_DES_CBC, AES192_CBC})
    void refusesOldBlockCiphers(String cipher) { // S16
        refuse(recipe -> recipe.withBlockCipher(cipher));
    }

    @Test
    void refusesAnUnknownBlockCipher() { // S16
        refuse(recipe -> recipe.changeEncrypted(
                element -> element.set("EncryptedData/EncryptionMethod/@Algorithm", "urn:unknown")));
    }

    @Test
    void refusesCbcWhereOnlyAuthenticatedEncryptionIsWanted() { // S18
        byte[] cbc = Both.bytes(scene.person().withEncryption(recipe -> recipe.withBlockCipher(AES256_CBC)));

        assertThat(Both.verdict(cbc, scene.privateKeys(), scene.trusted(), true).word())
                .isEqualTo("DECRYPTION");
        assertThat(Both.verdict(cbc, scene.privateKeys(), scene.trusted(), false)
                        .word())
                .isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void refusesEverythingThatIsWrongInsideCbcAlike() { // S17
        List<ForgedResponse> wrong = new ArrayList<>();
        UnaryOperator<EncryptionRecipe> cbc = recipe -> recipe.withBlockCipher(AES256_CBC);
        ForgedResponse good = scene.person().withEncryption(cbc);
        wrong.add(good.withEncryption(recipe -> recipe.changePadded(padded -> lastByte(padded, 0))));
        wrong.add(good.withEncryption(recipe -> recipe.changePadded(padded -> lastByte(padded, 17))));
        wrong.add(good.withEncryption(recipe -> recipe.changeCipherText(text -> flip(text, 40))));
        wrong.add(good.withEncryption(recipe -> recipe.changeCipherText(text -> flip(text, text.length - 20))));
        wrong.add(good.changeAssertionText(text -> text.replace("</saml:Assertion>", "")));
        wrong.add(good.changeAssertionText(text -> "<x/>"));
        wrong.add(good.changeAssertionText(text -> text.replace("Version=\"2.0\"", "Version=\"1.1\"")));
        wrong.add(good.withoutSignature());
        wrong.add(good.withSignature(SignatureRecipe.by(scene.forge().stranger())));
        wrong.add(good.withSignature(recipe -> recipe.withDigest(SHA1)));
        wrong.add(good.withEncryption(
                any -> cbc.apply(EncryptionRecipe.to(scene.forge().stranger().certificate()))));
        wrong.add(good.withEncryption(
                recipe -> recipe.changeEncrypted(element -> key(element).set("CipherData/CipherValue", "AAAA"))));

        assertThat(wrong).allSatisfy(response -> {
            Both.refuse(response, EngineCheck.DECRYPTION);
            assertThat(text(response)).isEqualTo(text(wrong.get(0)));
        });
    }

    @Test
    void refusesTheWrongKeyDamagedKeysAndDamagedContentAlike() { // S17
        List<ForgedResponse> wrong = new ArrayList<>();
        ForgedResponse good = scene.person();
        wrong.add(good.withEncryption(
                any -> EncryptionRecipe.to(scene.forge().stranger().certificate())));
        wrong.add(good.withEncryption(recipe -> recipe.changeCipherText(text -> flip(text, 0))));
        wrong.add(good.withEncryption(recipe -> recipe.changeCipherText(text -> flip(text, text.length - 1))));
        wrong.add(good.withEncryption(recipe -> recipe.changeCipherText(text -> new byte[0])));
        wrong.add(good.withEncryption(recipe -> recipe.changeCipherText(text -> new byte[12])));
        wrong.add(good.withEncryption(
                recipe -> recipe.changeEncrypted(element -> key(element).set("CipherData/CipherValue", ""))));
        wrong.add(good.withEncryption(recipe -> recipe.changeEncrypted(
                element -> element.set("EncryptedData/EncryptionMethod/@Algorithm", AES128_GCM))));
        wrong.add(good.withEncryption(recipe ->
                recipe.changeEncrypted(element -> key(element).set("EncryptionMethod/MGF/@Algorithm", MGF1_SHA1))));
        wrong.add(good.withEncryption(EncryptionRecipe::withRsa15));

        assertThat(wrong).allSatisfy(response -> {
            Both.refuse(response, EngineCheck.DECRYPTION);
            assertThat(text(response)).isEqualTo(text(wrong.get(0)));
        });
    }

    @Test
    void refusesWithoutAnyKeyAndWithKeysOfAnotherKind() {
        byte[] xml = Both.bytes(scene.person());

        assertThat(Both.verdict(xml, List.of(), scene.trusted(), false).word()).isEqualTo("DECRYPTION");
        assertThat(Both.verdict(xml, List.of(scene.curve().getPrivate()), scene.trusted(), false)
                        .word())
                .isEqualTo("DECRYPTION");
    }

    @Test
    void triesEachOwnKeyInTurn() { // S19
        List<PrivateKey> keys = List.of(
                scene.curve().getPrivate(),
                scene.secondKey().privateKey(),
                scene.key().privateKey());

        assertThat(Both.verdict(Both.bytes(scene.person()), keys, scene.trusted(), false)
                        .word())
                .isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void refusesCipherReferencesTransformsAndPointersWithoutFollowingThem() throws IOException { // the advisory of 2022
        try (ServerSocket bait = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String url = "http://127.0.0.1:" + bait.getLocalPort() + "/x";
            String reference =
                    "<xenc:CipherReference URI='" + url + "'><xenc:Transforms><ds:Transform Algorithm='" + XSLT
                            + "'><xsl:stylesheet xmlns:xsl='http://www.w3.org/1999/XSL/Transform' version='1.0'/>"
                            + "</ds:Transform></xenc:Transforms></xenc:CipherReference>";
            refuseChanged(element -> element.replace("EncryptedData/CipherData/CipherValue", reference));
            refuseChanged(element -> key(element).replace("CipherData/CipherValue", reference));
            refuseChanged(
                    element -> element.append("EncryptedData/KeyInfo", "<ds:RetrievalMethod URI='" + url + "'/>"));
            refuseChanged(element -> element.append("EncryptedData/KeyInfo", "<ds:RetrievalMethod URI='#nothing'/>"));
            refuseChanged(element -> element.append(
                    "EncryptedData/KeyInfo",
                    "<dsig11:KeyInfoReference xmlns:dsig11='http://www.w3.org/2009/xmldsig11#' URI='" + url + "'/>"));
            refuse(recipe -> recipe.withKeyBeside()
                    .changeEncrypted(element -> element.append(
                            "EncryptedData/KeyInfo/RetrievalMethod",
                            "<ds:Transforms><ds:Transform Algorithm='" + XPATH + "'/></ds:Transforms>")));
            bait.setSoTimeout(100);
            assertThatThrownBy(bait::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void refusesMoreKeysThanAreReasonableAndTwoForOneRecipient() {
        refuse(recipe -> recipe.withRecipients(
                scene.key().certificate(),
                scene.key().certificate(),
                scene.key().certificate(),
                scene.key().certificate(),
                scene.key().certificate()));
        refuse(recipe -> recipe.withRecipients(
                        scene.key().certificate(), scene.key().certificate())
                .changeEncrypted(element -> element.all("EncryptedData/KeyInfo/EncryptedKey")
                        .forEach(key -> key.set("@Recipient", "https://sp.example/saml"))));
        refuseChanged(element -> element.remove("EncryptedData/KeyInfo"));
    }

    @Test
    void refusesEncryptionInsideEncryption() {
        ForgedResponse inner = scene.person();
        String encrypted =
                inner.issue().xml().replaceAll("(?s).*(<saml:EncryptedAssertion.*</saml:EncryptedAssertion>).*", "$1");

        Both.refuse(scene.person().changeAssertionText(text -> encrypted), EngineCheck.ASSERTION_STRUCTURE);
        refuseChanged(element -> key(element)
                .append(
                        "KeyInfo",
                        element.at("EncryptedData/KeyInfo/EncryptedKey").xml().replace("Id=\"", "Id=\"n")));
    }

    @Test
    void refusesContentThatIsNoElement() {
        refuseChanged(element -> element.set("EncryptedData/@Type", "http://www.w3.org/2001/04/xmlenc#Content"));
        Both.accept(scene.person()
                .withEncryption(recipe -> recipe.changeEncrypted(element -> element.remove("EncryptedData/@Type"))));
    }

    private void refuseChanged(Consumer<XmlPart> change) {
        refuse(recipe -> recipe.changeEncrypted(change));
    }

    private void refuse(UnaryOperator<EncryptionRecipe> change) {
        Both.refuse(scene.person().withEncryption(change), EngineCheck.DECRYPTION);
    }

    private String text(ForgedResponse response) {
        return catchThrowableOfType(Refusal.class, () -> {
                    SealedAssertion sealed = Both.ENGINE
                            .readResponse(Both.bytes(response))
                            .encryptedAssertions()
                            .get(0);
                    sealed.open(scene.privateKeys(), false).verify(scene.trusted());
                })
                .getMessage();
    }

    private static XmlPart key(XmlPart encrypted) {
        return encrypted.at("EncryptedData/KeyInfo/EncryptedKey");
    }

    private static byte[] lastByte(byte[] padded, int value) {
        byte[] copy = padded.clone();
        copy[copy.length - 1] = (byte) value;
        return copy;
    }

    private static byte[] flip(byte[] text, int index) {
        byte[] copy = text.clone();
        copy[index] ^= 1;
        return copy;
    }
}

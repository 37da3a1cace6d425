package dk.borgerbro.eid.internal.opensaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerbro.eid.internal.saml.EngineCheck;
import dk.borgerbro.eid.internal.saml.Refusal;
import dk.borgerbro.eid.internal.saml.SamlEngine;
import dk.borgerbro.testkit.nemlogin.ForgedResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** S05, S22, S49 and what else XML allows and a message must not use; outside and inside the encryption. */
class XmlAttacksTest {
    private final Scene scene = Scene.ONLY;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE x>",
                "<!DOCTYPE x [<!ENTITY e 'evil'>]>",
                "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>",
                "<!DOCTYPE x SYSTEM 'http://127.0.0.1:9/x.dtd'>",
                "<!DOCTYPE x [<!ENTITY % p SYSTEM 'http://127.0.0.1:9/x'> %p;]>",
                "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;'>]>"
            })
    void refusesEveryDocumentType(String doctype) { // S22
        refuseBoth(text -> doctype + text);
    }

    @Test
    void refusesUnknownEntitiesAndWhatIsNotWellFormed() {
        refuseBoth(text -> text.replaceFirst("Issuer>", "Issuer>&evil;"));
        refuseBoth(text -> text.substring(0, text.length() - 5));
        refuseBoth(text -> text + "<more/>");
        Both.refuse(new byte[0], EngineCheck.XML);
        refuseBoth(text -> "no xml");
        refuseBoth(text -> "<?xml version=\"1.1\"?>" + text);
        refuseBoth(text -> text.replaceFirst("Issuer>", "Issuer>\u0001"));
        refuseBoth(text -> text.replaceFirst("<saml:Issuer", "<unbound:Issuer"));
    }

    @Test
    void refusesBytesInAnotherEncodingThanDeclared() {
        byte[] latin1 = scene.person()
                .changeText(text -> text.replaceFirst("Issuer>", "Issuer>ø"))
                .issue()
                .xml()
                .getBytes(StandardCharsets.ISO_8859_1);

        Both.refuse(latin1, EngineCheck.XML);
    }

    @Test
    void refusesTheSameIdTwice() { // S05
        Both.refuse(
                scene.person()
                        .changeText(text -> text.replaceFirst(
                                "(?s) ID=\"([^\"]+)\"(.*)<xenc:EncryptedData ([^>]*) Id=\"[^\"]+\"",
                                " ID=\"$1\"$2<xenc:EncryptedData $3 Id=\"$1\"")),
                EngineCheck.XML);
        Both.refuse(
                scene.person().changeSignedAssertion(assertion -> assertion.set("Signature/@Id", assertion.get("@ID"))),
                EngineCheck.ASSERTION_STRUCTURE);
    }

    @Test
    void takesTheSameIdInsideAndOutsideTheEncryption() { // D8
        ForgedResponse response = scene.person();

        Both.accept(response.withFacts(facts -> facts.withAssertionId(facts.responseId())));
    }

    @Test
    void refusesInclusions() { // D12
        String include = "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='file:///etc/passwd'/>";
        Both.refuse(
                scene.person()
                        .changeResponse(response ->
                                response.before("Status", "<samlp:Extensions>" + include + "</samlp:Extensions>")),
                EngineCheck.XML);
        Both.refuse(
                scene.person()
                        .changeAssertion(assertion -> assertion
                                .attribute("https://data.gov.dk/model/core/specVersion")
                                .append("AttributeValue", include)),
                EngineCheck.ASSERTION_STRUCTURE);
    }

    @Test
    void takesTheDeepestNestingThatIsAllowedAndNoMore() { // S49
        Both.accept(scene.person().changeText(text -> beforeStatus(text, nested(198))));
        Both.refuse(scene.person().changeText(text -> beforeStatus(text, nested(199))), EngineCheck.XML);
        Both.refuse(scene.person().changeText(text -> beforeStatus(text, nested(100_000))), EngineCheck.XML);
    }

    @Test
    void refusesMoreTagsAndMoreBytesThanAMessageCanHave() { // S49
        String many = "<samlp:Extensions>" + "<x xmlns='urn:x'/>".repeat(20_000) + "</samlp:Extensions>";
        Both.refuse(scene.person().changeText(text -> beforeStatus(text, many)), EngineCheck.XML);
        String space = " ".repeat(MessageParser.MOST_BYTES);
        Both.refuse(scene.person().changeText(text -> beforeStatus(text, space)), EngineCheck.XML);
        byte[] large = new byte[50_000_000];
        Arrays.fill(large, (byte) ' ');
        Both.refuse(large, EngineCheck.XML);
    }

    @Test
    void refusesAnElementWithMoreAttributesThanAnyMessageHas() { // S49: names that collide make each more of them
        // dearer
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            attributes.append(" a").append(i).append("=''");
        }
        byte[] xml = Both.bytes(scene.person()
                .changeText(text -> beforeStatus(
                        text, "<samlp:Extensions><x xmlns='urn:x'" + attributes + "/></samlp:Extensions>")));

        assertThatThrownBy(() -> Both.ENGINE.readResponse(xml))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.check()).isEqualTo(EngineCheck.XML));
    }

    @Test
    void refusesEbcdicSinceItsTagsCannotBeCounted() { // S49
        String text = scene.person()
                .issue()
                .xml()
                .replaceFirst("(?s)^(<\\?xml.*?\\?>)?", "<?xml version='1.0' encoding='IBM037'?>");
        byte[] ebcdic = text.getBytes(Charset.forName("IBM037"));

        assertThatThrownBy(() -> Both.ENGINE.readResponse(ebcdic))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.check()).isEqualTo(EngineCheck.XML));
    }

    @Test
    void neverThrowsAnythingButARefusalWhateverTheBytesAre() throws Refusal {
        byte[] good = Both.bytes(scene.professional());
        Random random = new Random(20261125);
        for (int round = 0; round < 2_000; round++) {
            byte[] bad = good.clone();
            for (int change = random.nextInt(3) + 1; change > 0; change--) {
                bad[random.nextInt(round % 2 == 0 ? 1_500 : bad.length)] = (byte) random.nextInt(256);
            }
            String word = read(bad);
            assertThat(word).isIn("read", "XML", "STRUCTURE");
        }
    }

    @Test
    void neverThrowsAnythingButARefusalWhateverIsInsideTheEncryption() {
        ForgedResponse response = scene.person();
        Random random = new Random(4711);
        for (int round = 0; round < 60; round++) {
            int at = random.nextInt(3_000);
            char evil = "<>&\"' x\u00e6=0".charAt(random.nextInt(10));
            byte[] xml = Both.bytes(
                    response.changeAssertionText(text -> text.substring(0, at) + evil + text.substring(at + 1)));
            // Where several things are wrong at once, the stricter structure check of the engine may speak first.
            assertThat(isAccepted(Both.ENGINE, xml)).isEqualTo(isAccepted(Both.ORACLE, xml));
        }
    }

    private boolean isAccepted(SamlEngine engine, byte[] xml) {
        Verdict verdict = Verdict.of(engine, xml, scene.privateKeys(), scene.trusted(), true);
        assertThat(verdict.word()).isNotEqualTo("XML").isNotEqualTo("STRUCTURE");
        return verdict.word().equals(Verdict.ACCEPTED);
    }

    private static String read(byte[] xml) {
        try {
            Both.ENGINE.readResponse(xml);
            return "read";
        } catch (Refusal e) {
            return e.check().name();
        }
    }

    private void refuseBoth(UnaryOperator<String> change) {
        Both.refuse(scene.person().changeText(change), EngineCheck.XML);
        Both.refuse(scene.person().changeAssertionText(change), EngineCheck.ASSERTION_STRUCTURE);
    }

    private static String beforeStatus(String response, String more) {
        return response.replaceFirst("<samlp:Status>", more + "<samlp:Status>");
    }

    /** {@return Extensions that hold so many elements, one in the other} */
    private static String nested(int depth) {
        return "<samlp:Extensions>" + "<x xmlns='urn:x'>" + "<x>".repeat(depth - 1) + "</x>".repeat(depth)
                + "</samlp:Extensions>";
    }
}

package dk.borgerbro.eid.internal.opensaml;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerbro.eid.internal.saml.EngineCheck;
import dk.borgerbro.testkit.nemlogin.XmlPart;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What is no SAML 2.0 by the schema, outside (R3) and inside the encryption (R11, D2); that comes before any look at signatures. */
class StructureFaultsTest {
    private final Scene scene = Scene.ONLY;

    @Test
    void refusesAResponseThatIsNotOfTheSchema() {
        refuseOutside(response -> response.set("@Version", "1.1"));
        refuseOutside(response -> response.remove("@ID"));
        refuseOutside(response -> response.remove("@IssueInstant"));
        refuseOutside(response -> response.set("@IssueInstant", "yesterday"));
        refuseOutside(response -> response.set("@ID", "1 is no name"));
        refuseOutside(response -> response.remove("Status"));
        refuseOutside(response -> response.duplicate("Status"));
        refuseOutside(response -> response.append("", "<saml:Advice/>"));
        refuseOutside(response -> response.prepend("", "text"));
        refuseOutside(
                response -> response.set("EncryptedAssertion/EncryptedData/CipherData/CipherValue", "not base64"));
    }

    @Test
    void refusesAnAssertionThatIsNotOfTheSchema() {
        refuseInside(assertion -> assertion.set("@Version", "1.1"));
        refuseInside(assertion -> assertion.remove("@IssueInstant"));
        refuseInside(assertion -> assertion.remove("Issuer"));
        refuseInside(assertion -> assertion.duplicate("Subject"));
        refuseInside(assertion -> assertion.duplicate("Conditions"));
        refuseInside(assertion -> assertion.append("Subject", "<saml:NameID>second</saml:NameID>"));
        refuseInside(assertion -> assertion.append("Conditions", "<x:Unknown xmlns:x='urn:x'/>"));
        refuseInside(assertion -> assertion.set("Conditions/@NotOnOrAfter", "2026-11-25"));
        refuseInside(assertion -> assertion.remove("AttributeStatement/Attribute[1]/@Name"));
    }

    @Test
    void refusesAnotherElementInPlaceOfTheAssertion() { // R11
        Both.refuse(scene.person().changeAssertionText(text -> "<x xmlns='urn:x'/>"), EngineCheck.ASSERTION_STRUCTURE);
        Both.refuse(
                scene.person()
                        .changeAssertionText(text -> scene.person().issue().xml()),
                EngineCheck.ASSERTION_STRUCTURE);
    }

    @Test
    void countsPlainAndEncryptedAssertionsForTheRules() { // S20
        String plain = scene.person().issue().assertionXml();

        assertThat(Both.verdict(Both.bytes(scene.person().changeResponse(response -> response.append("", plain))))
                        .word())
                .isEqualTo(Verdict.COUNT);
        assertThat(Both.verdict(Both.bytes(
                                scene.person().changeResponse(response -> response.remove("EncryptedAssertion"))))
                        .word())
                .isEqualTo(Verdict.COUNT);
        assertThat(Both.verdict(Both.bytes(scene.person()
                                .changeResponse(response -> response.append(
                                        "",
                                        response.at("EncryptedAssertion").xml().replace("Id=\"", "Id=\"second")))))
                        .word())
                .isEqualTo(Verdict.COUNT);
    }

    private void refuseOutside(Consumer<XmlPart> change) {
        Both.refuse(scene.person().changeResponse(change), EngineCheck.STRUCTURE);
    }

    private void refuseInside(Consumer<XmlPart> change) {
        Both.refuse(scene.person().withoutSignature().changeAssertion(change), EngineCheck.ASSERTION_STRUCTURE);
    }
}

package dk.borgerbro.eid.internal.opensaml;

import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.RSA_SHA1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerbro.eid.internal.saml.EngineCheck;
import dk.borgerbro.eid.internal.saml.EnvelopedSignature;
import dk.borgerbro.eid.internal.saml.LogoutRequestMessage;
import dk.borgerbro.eid.internal.saml.LogoutResponseMessage;
import dk.borgerbro.eid.internal.saml.Refusal;
import dk.borgerbro.eid.internal.saml.SamlEngine;
import dk.borgerbro.testkit.nemlogin.ForgedMessage;
import dk.borgerbro.testkit.nemlogin.SignatureRecipe;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Logout messages, by both engines. */
class LogoutMessagesTest {
    private static final URI HERE = URI.create("https://sp.example/saml/slo");

    private final Scene scene = Scene.ONLY;
    private final ForgedMessage request = scene.forge().logoutRequest(HERE, "somebody", "_one", "_two");
    private final ForgedMessage response = scene.forge().logoutResponse(HERE, "_asked", "Responder", "PartialLogout");

    @Test
    void readsALogoutRequest() throws Refusal {
        LogoutRequestMessage read = Both.ENGINE.readLogoutRequest(bytes(request.signedXml()));

        assertThat(read.id()).isEqualTo(request.id());
        assertThat(read.nameId().orElseThrow().value()).isEqualTo("somebody");
        assertThat(read.sessionIndexes()).containsExactly("_one", "_two");
        assertThat(read.destination()).contains(HERE.toString());
        assertThat(read.toString()).doesNotContain("_one");
        read.signature().orElseThrow().verify(scene.trusted());
        sameByOracle(read);
    }

    @Test
    void readsALogoutResponse() throws Refusal {
        LogoutResponseMessage read = Both.ENGINE.readLogoutResponse(bytes(response.signedXml()));
        LogoutResponseMessage second = Both.ORACLE.readLogoutResponse(bytes(response.signedXml()));

        assertThat(read.inResponseTo()).contains("_asked");
        assertThat(read.status().codes())
                .containsExactly(
                        "urn:oasis:names:tc:SAML:2.0:status:Responder",
                        "urn:oasis:names:tc:SAML:2.0:status:PartialLogout");
        assertThat(read.status()).isEqualTo(second.status());
        read.signature().orElseThrow().verify(scene.trusted());
    }

    @Test
    void readsAMessageWithoutSignatureAsTheRedirectBindingSendsIt() throws Refusal {
        assertThat(Both.ENGINE.readLogoutRequest(bytes(request.plainXml())).signature())
                .isEmpty();
    }

    @Test
    void refusesASignatureThatDoesNotHold() throws Refusal { // S50
        refuse(request.changeSigned(message -> message.set("NameID", "evil")), EngineCheck.SIGNATURE_KEY);
        refuse(request.withSignature(SignatureRecipe.by(scene.forge().stranger())), EngineCheck.SIGNATURE_KEY);
        refuse(request.withSignature(recipe -> recipe.withAlgorithm(RSA_SHA1)), EngineCheck.SIGNATURE_ALGORITHM);
        refuse(request.withSignature(recipe -> recipe.withReferenceUri("")), EngineCheck.SIGNATURE_FORM);
    }

    @Test
    void refusesAnotherMessageInItsPlace() {
        for (SamlEngine engine : new SamlEngine[] {Both.ENGINE, Both.ORACLE}) {
            assertThatThrownBy(() -> engine.readLogoutRequest(bytes(response.signedXml())))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.check()).isEqualTo(EngineCheck.STRUCTURE));
            assertThatThrownBy(() -> engine.readResponse(bytes(request.signedXml())))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.check()).isEqualTo(EngineCheck.STRUCTURE));
        }
    }

    private void sameByOracle(LogoutRequestMessage read) throws Refusal {
        LogoutRequestMessage second = Both.ORACLE.readLogoutRequest(bytes(request.signedXml()));
        assertThat(List.of(second.id(), second.issueInstant(), second.issuer(), second.nameId(), second.notOnOrAfter()))
                .isEqualTo(List.of(read.id(), read.issueInstant(), read.issuer(), read.nameId(), read.notOnOrAfter()));
        assertThat(second.sessionIndexes()).isEqualTo(read.sessionIndexes());
    }

    private void refuse(ForgedMessage message, EngineCheck check) throws Refusal {
        for (SamlEngine engine : new SamlEngine[] {Both.ENGINE, Both.ORACLE}) {
            EnvelopedSignature signature = engine.readLogoutRequest(bytes(message.signedXml()))
                    .signature()
                    .orElseThrow();
            assertThatThrownBy(() -> signature.verify(scene.trusted()))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.check()).isEqualTo(check));
        }
    }

    private static byte[] bytes(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }
}

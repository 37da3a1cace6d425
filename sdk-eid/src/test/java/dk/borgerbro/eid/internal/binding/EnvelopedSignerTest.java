package dk.borgerbro.eid.internal.binding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dk.borgerbro.core.credential.KeyLoader;
import dk.borgerbro.core.credential.OrganisationKey;
import dk.borgerbro.eid.internal.opensaml.OpenSamlEngine;
import dk.borgerbro.eid.internal.saml.EnvelopedSignature;
import dk.borgerbro.eid.internal.saml.Refusal;
import dk.borgerbro.testkit.nemlogin.XmlPart;
import dk.borgerbro.testkit.person.TestOrganisation;
import dk.borgerbro.testkit.pki.TestPki;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What we sign inside a message, read by the engine that reads other people's. */
class EnvelopedSignerTest {
    private static final OrganisationKey KEY = key();
    private static final byte[] MESSAGE = ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                    + "<p:LogoutResponse xmlns:p=\"urn:oasis:names:tc:SAML:2.0:protocol\""
                    + " xmlns:a=\"urn:oasis:names:tc:SAML:2.0:assertion\" ID=\"_1\" Version=\"2.0\""
                    + " IssueInstant=\"2026-03-10T09:00:00Z\"><a:Issuer>sp æ &amp; &#13;</a:Issuer><p:Status>"
                    + "<p:StatusCode Value=\"urn:oasis:names:tc:SAML:2.0:status:Success\"/></p:Status></p:LogoutResponse>")
            .getBytes(UTF_8);

    private static OrganisationKey key() {
        var identity = TestPki.create()
                .order()
                .organisation(TestOrganisation.MUNICIPALITY.cvr(), "Prøvested Kommune")
                .keyBits(2048)
                .issue();
        return KeyLoader.defaults().anyDate().key(identity.privateKey(), identity.chain());
    }

    private static void verify(byte[] signed, PublicKey by) throws Refusal {
        EnvelopedSignature signature =
                OpenSamlEngine.create().readLogoutResponse(signed).signature().orElseThrow();
        signature.verify(List.of(by));
    }

    @Test
    void signatureHoldsAndStandsBehindTheIssuer() throws Refusal {
        byte[] signed = EnvelopedSigner.standard().sign(MESSAGE, KEY);

        verify(signed, KEY.certificate().getPublicKey());
        assertThat(new String(signed, UTF_8)).startsWith("<p:LogoutResponse").contains("</a:Issuer><ds:Signature");
    }

    @Test
    void signatureTellsWithWhichCertificate() throws Exception {
        XmlPart signed = XmlPart.parse(new String(EnvelopedSigner.standard().sign(MESSAGE, KEY), UTF_8));

        assertThat(Base64.getDecoder().decode(signed.get("Signature/KeyInfo/X509Data/X509Certificate")))
                .isEqualTo(KEY.certificate().getEncoded());
        assertThat(signed.get("Signature/SignedInfo/SignatureMethod/@Algorithm"))
                .endsWith("#rsa-sha256");
    }

    @Test
    void changedMessageIsNoticed() {
        String signed = new String(EnvelopedSigner.standard().sign(MESSAGE, KEY), UTF_8);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> verify(
                        signed.replace("status:Success", "status:Responder").getBytes(UTF_8),
                        KEY.certificate().getPublicKey()));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> verify(signed.getBytes(UTF_8), TestKeys.OTHER_RSA.getPublic()));
    }

    @Test
    void providerOfTheSettingsSigns() throws Refusal {
        Provider jdk = Arrays.stream(Security.getProviders("Signature.SHA256withRSA"))
                .findFirst()
                .orElseThrow();
        CountingProvider counting = new CountingProvider(jdk);

        byte[] signed = EnvelopedSigner.with(counting).sign(MESSAGE, KEY);

        assertThat(counting.asked()).isPositive();
        verify(signed, KEY.certificate().getPublicKey());
    }

    @Test
    void algorithmFollowsTheKey() {
        assertThat(SigningAlgorithm.of(TestKeys.RSA.getPrivate())).hasToString("RSA_SHA256");
        assertThat(SigningAlgorithm.of(TestKeys.P256.getPrivate())).hasToString("ECDSA_SHA256");
        assertThat(SigningAlgorithm.of(TestKeys.P384.getPrivate())).hasToString("ECDSA_SHA384");
        assertThat(SigningAlgorithm.of(TestKeys.P521.getPrivate())).hasToString("ECDSA_SHA512");
        assertThat(SigningAlgorithm.of(new UselessKey())).hasToString("RSA_SHA256");
    }
}

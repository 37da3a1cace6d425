package dk.borgerbro.eid.saml;

import static dk.borgerbro.eid.saml.LoginBench.browser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerbro.core.config.ClientSettings;
import dk.borgerbro.core.error.ConfigurationException;
import dk.borgerbro.core.error.CredentialException;
import dk.borgerbro.eid.AssuranceLevel;
import dk.borgerbro.eid.BrowserSession;
import dk.borgerbro.eid.SubjectKind;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is sent to begin a login, read back without our own readers. */
class LoginStartTest {
    private static final String LEVEL_3 = "https://data.gov.dk/concept/core/nsis/loa/";
    private static final String LEVEL_4 = "https://data.gov.dk/concept/core/loa/";
    private static final BrowserSession BROWSER = browser("one");

    private static LoginBench profile4() {
        return new LoginBench(builder -> builder.profile(OiosamlProfile.OIO_4_0)
                .identityProvider(IdentityProvider.builder(LoginBench.IDP, LoginBench.SSO)
                        .signingCertificate(TestKeys.IDP.certificate())
                        .profile(OiosamlProfile.OIO_4_0)
                        .build())
                .appSwitch(AppPlatform.ANDROID, URI.create("dk.example.app")));
    }

    private static SentRequest sent(LoginBench bench, Consumer<LoginRequest.Builder> change) throws Exception {
        SentRequest request = new SentRequest(bench.start(BROWSER, change).uri());
        request.requireValid();
        assertThat(request.isSignedBy(TestKeys.SERVICE.certificate().getPublicKey()))
                .isTrue();
        return request;
    }

    @Test
    void aBareRequestSaysWhoAsksWhereTheAnswerGoesAndTheMinimum() throws Exception {
        LoginBench bench = new LoginBench();
        LoginRedirect redirect = bench.start(BROWSER);
        assertThat(redirect.uri().toString()).startsWith(LoginBench.SSO + "?SAMLRequest=");
        SentRequest request = new SentRequest(redirect.uri());
        request.requireValid();
        assertThat(request.parameters.keySet()).containsExactly("SAMLRequest", "RelayState", "SigAlg", "Signature");
        assertThat(request.parameters).containsEntry("SigAlg", "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256");
        assertThat(request.attribute("ID")).isEqualTo(redirect.requestId()).matches("_[0-9a-f]{40}");
        assertThat(request.attribute("Version")).isEqualTo("2.0");
        assertThat(request.attribute("IssueInstant")).isEqualTo("2026-03-10T09:00:00Z");
        assertThat(request.attribute("Destination")).isEqualTo(LoginBench.SSO.toString());
        assertThat(request.attribute("ProtocolBinding")).isEqualTo("urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST");
        assertThat(request.attribute("AssertionConsumerServiceURL")).isEqualTo(LoginBench.ACS);
        assertThat(request.has("ForceAuthn")).isFalse();
        assertThat(request.has("IsPassive")).isFalse();
        assertThat(request.children()).containsExactly("Issuer", "RequestedAuthnContext");
        assertThat(request.texts("Issuer")).containsExactly(LoginBench.SP);
        assertThat(request.only("Issuer").hasAttributes()).isFalse();
        assertThat(request.only("RequestedAuthnContext").getAttribute("Comparison"))
                .isEqualTo("minimum");
        assertThat(request.texts("AuthnContextClassRef")).containsExactly(LEVEL_3 + "Substantial");
    }

    @Test
    void theRelayStateIsAHandleAndNeverAPage() throws Exception {
        SentRequest request = sent(new LoginBench(), asked -> asked.returnTo("/sager"));
        assertThat(request.parameters.get("RelayState")).matches("[A-Za-z0-9_-]{27}");
    }

    @Test
    void profile3AsksForKindAndCredentialByReference() throws Exception {
        SentRequest request = sent(
                new LoginBench(),
                asked -> asked.level(AssuranceLevel.HIGH)
                        .kind(SubjectKind.PROFESSIONAL)
                        .credentialType(CredentialType.MITID)
                        .credentialType(CredentialType.LOCAL)
                        .forceAuthn());
        assertThat(request.texts("AuthnContextClassRef"))
                .containsExactly(
                        LEVEL_3 + "High",
                        "https://data.gov.dk/eid/Professional",
                        "https://nemlogin.dk/internal/credential/type/mitid",
                        "https://nemlogin.dk/internal/credential/type/local");
        assertThat(request.attribute("ForceAuthn")).isEqualTo("true");
    }

    @Test
    void profile4AsksForKindByAttributeProfiles() throws Exception {
        SentRequest request =
                sent(profile4(), asked -> asked.kind(SubjectKind.PERSON).passive());
        assertThat(request.children()).containsExactly("Issuer", "Extensions", "RequestedAuthnContext");
        assertThat(request.texts("Profile")).containsExactly(AttributeProfiles.PERSON_DK);
        assertThat(request.texts("AuthnContextClassRef")).containsExactly(LEVEL_4 + "Substantial");
        assertThat(request.attribute("IsPassive")).isEqualTo("true");
    }

    @Test
    void profile4AsksForTheProfilesThatWereNamedBeforeTheAppSwitch() throws Exception {
        SentRequest request = sent(
                profile4(),
                asked -> asked.kind(SubjectKind.PERSON)
                        .attributeProfile(AttributeProfiles.PERSON_EU)
                        .attributeProfile(AttributeProfiles.PERSON_DK_WITHOUT_CPR)
                        .appSwitch(AppPlatform.ANDROID));
        assertThat(request.texts("Profile"))
                .containsExactly(AttributeProfiles.PERSON_EU, AttributeProfiles.PERSON_DK_WITHOUT_CPR);
        assertThat(request.only("Extensions").getFirstChild().getLocalName()).isEqualTo("RequestedAttributeProfiles");
        assertThat(request.texts("Platform")).containsExactly("Android");
        assertThat(request.texts("ReturnURL")).containsExactly("dk.example.app");
    }

    @Test
    void profile3HasNoAttributeProfiles() {
        assertThatThrownBy(() ->
                        new LoginBench().start(BROWSER, asked -> asked.attributeProfile(AttributeProfiles.PERSON_DK)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("OIOSAML 3.0");
    }

    @Test
    void theAppSwitchReturnsWhereTheProviderWasSetUpTo() throws Exception {
        LoginBench bench = new LoginBench(
                builder -> builder.appSwitch(AppPlatform.IOS, URI.create("https://app.example.dk/return")));
        SentRequest request = sent(bench, asked -> asked.appSwitch(AppPlatform.IOS));
        assertThat(request.texts("Platform")).containsExactly("iOS");
        assertThat(request.texts("ReturnURL")).containsExactly("https://app.example.dk/return");
    }

    @ParameterizedTest
    @EnumSource(AppPlatform.class)
    void aMissingReturnAddressIsNamedByItsPlatform(AppPlatform platform) {
        assertThatThrownBy(() -> new LoginBench().start(BROWSER, asked -> asked.appSwitch(platform)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("AppPlatform." + platform.name());
    }

    @Test
    void theLargerOfRequestedAndConfiguredLevelIsAskedFor() throws Exception {
        LoginBench high = new LoginBench(builder -> builder.minimumAssurance(AssuranceLevel.HIGH));
        assertThat(sent(high, asked -> asked.level(AssuranceLevel.LOW)).texts("AuthnContextClassRef"))
                .containsExactly(LEVEL_3 + "High");
    }

    @Test
    void idsAndHandlesAreNeverRepeated() throws Exception {
        LoginBench bench = new LoginBench();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            LoginRedirect redirect = bench.start(BROWSER);
            assertThat(seen.add(redirect.requestId())).isTrue();
            assertThat(seen.add(LoginBench.relayState(redirect))).isTrue();
        }
    }

    @Test
    void idsComeFromTheSettingsAndRepeatedRandomnessIsNoticed() {
        LoginBench seeded = new LoginBench(builder -> builder.settings(ClientSettings.builder()
                .clock(new MovingClock(TestKeys.NOW))
                .random(new Random() {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public void nextBytes(byte[] bytes) {
                        java.util.Arrays.fill(bytes, (byte) 7);
                    }
                })
                .build()));
        assertThat(seeded.start(BROWSER).requestId()).isEqualTo("_" + "07".repeat(20));
        assertThatThrownBy(() -> seeded.start(BROWSER))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("randomness");
    }

    @Test
    void anExpiredKeySignsNothing() {
        LoginBench bench = new LoginBench(builder ->
                builder.identityProvider(IdentityProvider.builder(LoginBench.IDP, LoginBench.SSO)
                        .signingCertificate(TestKeys.PKI
                                .order()
                                .organisation("99000015", "Styrelsen for Prøver")
                                .valid(TestKeys.NOW, TestKeys.NOW.plus(Duration.ofDays(3650)))
                                .issue()
                                .certificate())
                        .build()));
        bench.clock.advance(Duration.ofDays(4 * 365));
        assertThatThrownBy(() -> bench.start(BROWSER))
                .isInstanceOf(CredentialException.class)
                .hasMessageContaining("key in use");
    }

    @Test
    void withoutATrustedKeyOfTheIdentityProviderNobodyIsSentThere() {
        LoginBench bench = new LoginBench(
                builder -> builder.identityProvider(IdentityProvider.builder(LoginBench.IDP, LoginBench.SSO)
                        .signingCertificate(TestKeys.PKI
                                .order()
                                .organisation("99000015", "Styrelsen for Prøver")
                                .expired()
                                .issue()
                                .certificate())
                        .build()));
        assertThatThrownBy(() -> bench.start(BROWSER)).isInstanceOf(CredentialException.class);
        assertThat(bench.audited).isEmpty();
    }

    @Test
    void theRedirectPrintsItsIdOnly() {
        LoginRedirect redirect = new LoginBench().start(BROWSER);
        assertThat(redirect.toString()).contains(redirect.requestId()).doesNotContain("SAMLRequest");
        assertThat(redirect.answer().status()).isEqualTo(302);
        assertThat(redirect.answer().headers())
                .containsEntry("Location", redirect.uri().toString());
        assertThat(List.of(redirect.answer().body())).containsExactly(new byte[0]);
    }

    @Test
    void anEndpointWithAQueryKeepsIt() throws Exception {
        LoginBench bench = new LoginBench(builder -> builder.identityProvider(
                IdentityProvider.builder(LoginBench.IDP, URI.create("https://login.idp.example/sso?tenant=7"))
                        .signingCertificate(TestKeys.IDP.certificate())
                        .build()));
        URI uri = bench.start(BROWSER).uri();
        assertThat(uri.toString()).startsWith("https://login.idp.example/sso?tenant=7&SAMLRequest=");
        assertThat(new SentRequest(uri).attribute("Destination")).isEqualTo("https://login.idp.example/sso?tenant=7");
    }
}

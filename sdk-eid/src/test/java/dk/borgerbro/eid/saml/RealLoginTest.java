package dk.borgerbro.eid.saml;

import static dk.borgerbro.eid.saml.LoginBench.browser;
import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerbro.core.config.ClientSettings;
import dk.borgerbro.eid.AssuranceLevel;
import dk.borgerbro.eid.BrowserSession;
import dk.borgerbro.eid.LoggedIn;
import dk.borgerbro.eid.LoginResult;
import dk.borgerbro.eid.OioAttribute;
import dk.borgerbro.eid.Person;
import dk.borgerbro.eid.Professional;
import dk.borgerbro.eid.SubjectKind;
import dk.borgerbro.testkit.nemlogin.IssuedResponse;
import dk.borgerbro.testkit.nemlogin.NemLogInSimulator;
import dk.borgerbro.testkit.nemlogin.SignatureRecipe;
import dk.borgerbro.testkit.nemlogin.SimulatedLevel;
import dk.borgerbro.testkit.nemlogin.SimulatedProfile;
import dk.borgerbro.testkit.nemlogin.SimulatedUser;
import dk.borgerbro.testkit.person.TestOrganisation;
import dk.borgerbro.testkit.person.TestPerson;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Logins that succeed, against the simulated NemLog-in that checks requests and metadata as the real one is said to do. */
class RealLoginTest {
    private static final SimulatedUser AT_WORK = SimulatedUser.professional(
                    TestPerson.ADULT, TestOrganisation.MUNICIPALITY)
            .level(SimulatedLevel.HIGH)
            .withPrivilegeUris("urn:dk:prøvested:sagsbehandler");
    private final BrowserSession browser = browser("one");

    private static SamlServiceProvider registered(NemLogInSimulator simulator, OiosamlProfile profile) {
        IdentityProvider.Builder identityProvider = IdentityProvider.builder(simulator.entityId(), simulator.endpoint())
                .signingCertificate(simulator.forge().signer().certificate())
                .logout(LogoutEndpoint.of(SamlBinding.HTTP_REDIRECT, simulator.endpoint()))
                .logout(LogoutEndpoint.of(SamlBinding.HTTP_POST, simulator.endpoint()))
                .profile(profile);
        SamlServiceProvider sp = SamlServiceProvider.builder()
                .entityId(LoginBench.SP)
                .assertionConsumerService(URI.create(LoginBench.ACS))
                .singleLogoutService(LoginBench.SLO)
                .identityProvider(identityProvider.build())
                .profile(profile)
                .description(ServiceDescription.builder()
                        .attribute(RequestedAttribute.optional(OioAttribute.CPR_NUMBER.uri()))
                        .attribute(RequestedAttribute.optional(OioAttribute.PRIVILEGES.uri()))
                        .build())
                .key(TestKeys.key(TestKeys.SERVICE))
                .settings(ClientSettings.builder()
                        .clock(new MovingClock(TestKeys.NOW))
                        .build())
                .build();
        simulator.registerServiceProvider(sp.metadata());
        return sp;
    }

    private static NemLogInSimulator simulator(SimulatedProfile profile) {
        return NemLogInSimulator.builder()
                .pki(TestKeys.PKI)
                .clock(new MovingClock(TestKeys.NOW))
                .profile(profile)
                .keyBits(2048)
                .plainHttp()
                .start();
    }

    private LoginResult complete(SamlServiceProvider sp, IssuedResponse issued) {
        return sp.completeLogin(
                LoginBench.form(issued.bytes(), issued.relayState()), browser, LoginBench.rotation("one"));
    }

    @ParameterizedTest
    @EnumSource(SimulatedProfile.class)
    void personsAndProfessionalsLogInUnderBothProfiles(SimulatedProfile simulated) {
        try (NemLogInSimulator simulator = simulator(simulated)) {
            OiosamlProfile profile =
                    simulated == SimulatedProfile.OIO_4_0 ? OiosamlProfile.OIO_4_0 : OiosamlProfile.OIO_3_0;
            SamlServiceProvider sp = registered(simulator, profile);
            LoginRedirect first = sp.startLogin(LoginRequest.builder(browser)
                    .kind(SubjectKind.PERSON)
                    .returnTo("/sager")
                    .build());
            LoggedIn ane = (LoggedIn) complete(sp, simulator.logIn(first.uri(), ForgeBench.ANE));
            assertThat(ane.returnTo()).isEqualTo("/sager");
            assertThat(ane.identity()).isInstanceOf(Person.class);
            assertThat(ane.identity().assuranceLevel()).isEqualTo(AssuranceLevel.SUBSTANTIAL);
            assertThat(ane.identity().cprNumber())
                    .hasValueSatisfying(cpr -> assertThat(cpr.value()).isEqualTo(TestPerson.ADULT.cpr()));

            LoginRedirect second = sp.startLogin(LoginRequest.builder(browser)
                    .kind(SubjectKind.PROFESSIONAL)
                    .level(AssuranceLevel.HIGH)
                    .build());
            LoggedIn atWork = (LoggedIn) complete(sp, simulator.logIn(second.uri(), AT_WORK));
            assertThat(atWork.identity()).isInstanceOf(Professional.class);
            assertThat(atWork.identity().assuranceLevel()).isEqualTo(AssuranceLevel.HIGH);
            assertThat(atWork.identity().privileges().groups()).hasSize(1);
        }
    }

    @Test
    void whoPressesCancelIsNotLoggedInAndKeepsThePage() {
        try (NemLogInSimulator simulator = simulator(SimulatedProfile.OIO_3_0)) {
            SamlServiceProvider sp = registered(simulator, OiosamlProfile.OIO_3_0);
            LoginRedirect redirect = sp.startLogin(
                    LoginRequest.builder(browser).returnTo("/sager").build());
            LoginResult result = complete(sp, simulator.cancel(redirect.uri()));
            assertThat(result).isInstanceOf(LoginResult.Cancelled.class);
            assertThat(result.returnTo()).isEqualTo("/sager");
        }
    }

    @Test
    void wordsOfTheIdentityProviderAreCleaned() {
        try (NemLogInSimulator simulator = simulator(SimulatedProfile.OIO_3_0)) {
            SamlServiceProvider sp = registered(simulator, OiosamlProfile.OIO_3_0);
            LoginRedirect redirect = sp.startLogin(LoginRequest.builder(browser).build());
            LoginResult result =
                    complete(sp, simulator.fail(redirect.uri(), "<b>Nej</b> &amp; nej", "Responder", "RequestDenied"));
            assertThat(result)
                    .isInstanceOfSatisfying(
                            LoginResult.Denied.class,
                            denied -> assertThat(denied.status().message())
                                    .contains("Nej")
                                    .doesNotContainPattern("[<>&]"));
        }
    }

    @Test
    void theSecondCertificateOfTheIdentityProviderAndOurSecondKeyCountDuringARollover() {
        ForgeBench bench = new ForgeBench();
        SamlServiceProvider sp = bench.builder()
                .key(TestKeys.key(TestKeys.SERVICE_NEXT))
                .secondaryKey(TestKeys.key(TestKeys.SERVICE))
                .build();
        LoginResult result = bench.login(
                sp,
                browser,
                ForgeBench.ANE,
                response -> response.withSignature(SignatureRecipe.by(bench.forge.secondSigner())));
        assertThat(result).isInstanceOf(LoggedIn.class);
    }

    @Test
    void aResponseThatIsSignedTooIsFine() {
        ForgeBench bench = new ForgeBench();
        assertThat(bench.login(
                        bench.builder().build(),
                        browser,
                        ForgeBench.ANE,
                        response -> response.withResponseSignature(SignatureRecipe.by(bench.forge.signer()))))
                .isInstanceOf(LoggedIn.class);
    }

    @Test
    void aLogoutEndsWhatALoginBegan() {
        try (NemLogInSimulator simulator = simulator(SimulatedProfile.OIO_3_0)) {
            SamlServiceProvider sp = registered(simulator, OiosamlProfile.OIO_3_0);
            LoginRedirect redirect = sp.startLogin(LoginRequest.builder(browser).build());
            LoggedIn in = (LoggedIn) complete(sp, simulator.logIn(redirect.uri(), ForgeBench.ANE));
            assertThat(sp.session(in.browser())).isPresent();
            URI there = URI.create(sp.startLogout(in.browser()).headers().get("Location"));
            assertThat(sp.session(in.browser())).isEmpty();
            assertThat(simulator.logOut(there)).isPresent();
        }
    }
}

package dk.borgerbro.examples.tour;

import dk.borgerbro.core.config.ClientSettings;
import dk.borgerbro.core.credential.OrganisationKey;
import dk.borgerbro.core.observe.AuditEvent;
import dk.borgerbro.eid.AssuranceLevel;
import dk.borgerbro.eid.BrowserSession;
import dk.borgerbro.eid.IncomingRequest;
import dk.borgerbro.eid.LoggedIn;
import dk.borgerbro.eid.LoginResult;
import dk.borgerbro.eid.Professional;
import dk.borgerbro.eid.saml.IdentityProvider;
import dk.borgerbro.eid.saml.IdentityProviderTrust;
import dk.borgerbro.eid.saml.LoginRedirect;
import dk.borgerbro.eid.saml.LoginRejectedException;
import dk.borgerbro.eid.saml.LoginRequest;
import dk.borgerbro.eid.saml.SamlServiceProvider;
import dk.borgerbro.testkit.nemlogin.ForgedResponse;
import dk.borgerbro.testkit.nemlogin.IssuedResponse;
import dk.borgerbro.testkit.nemlogin.NemLogInSimulator;
import dk.borgerbro.testkit.nemlogin.SimulatedUser;
import dk.borgerbro.testkit.person.TestOrganisation;
import dk.borgerbro.testkit.person.TestPerson;
import dk.borgerbro.testkit.pki.TestIdentity;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** NemLog-in: a login, what it says of who logged in, and what becomes of answers that are not to be believed. */
final class LoginTour {
    private static final String SITE = "https://selvbetjening.example/saml";

    private final Narrator narrator;
    private final List<AuditEvent> trail = new CopyOnWriteArrayList<>();
    private final BrowserSession browser = BrowserSession.of("the-cookie-of-one-browser");

    LoginTour(Narrator narrator) {
        this.narrator = narrator;
    }

    void run() {
        narrator.title("NemLog-in");
        try (var simulator = NemLogInSimulator.start()) {
            SamlServiceProvider login = provider(simulator);
            simulator.registerServiceProvider(login.metadata());
            narrator.say(
                    "A service provider and a simulated identity provider have exchanged metadata. The browser is played");
            narrator.say("by this program; with -Plogin instead of -Ptour you play it yourself.");
            logIn(simulator, login);
            cancel(simulator, login);
            refuse(simulator, login);
            replay(simulator, login);
        }
    }

    private SamlServiceProvider provider(NemLogInSimulator simulator) {
        TestIdentity system = simulator.pki().organisation(TestOrganisation.MUNICIPALITY);
        return SamlServiceProvider.builder()
                .entityId(SITE)
                .assertionConsumerService(URI.create(SITE + "/acs"))
                .singleLogoutService(URI.create(SITE + "/logout"))
                .identityProvider(IdentityProvider.parse(
                        simulator.metadata(), IdentityProviderTrust.withoutChain(), Clock.systemUTC()))
                .key(OrganisationKey.of(system.privateKey(), system.chain()))
                .minimumAssurance(AssuranceLevel.SUBSTANTIAL)
                .settings(ClientSettings.builder().audit(trail::add).build())
                .build();
    }

    private void logIn(NemLogInSimulator simulator, SamlServiceProvider login) {
        narrator.stop("An employee logs in");
        LoginRedirect redirect = start(login);
        narrator.fact(
                "the browser goes to", redirect.uri().getHost() + redirect.uri().getPath());
        LoginResult result = complete(login, simulator.logIn(redirect.uri(), employee()));
        if (result instanceof LoggedIn in && in.identity() instanceof Professional employee) {
            narrator.fact("level", employee.assuranceLevel());
            narrator.fact("organisation", employee.organisationName());
            narrator.fact("the name prints as", employee);
            narrator.fact("session ends at", in.expiresAt());
        }
    }

    private void cancel(NemLogInSimulator simulator, SamlServiceProvider login) {
        narrator.stop("Somebody presses Cancel");
        LoginResult result = complete(login, simulator.cancel(start(login).uri()));
        narrator.fact("the result", result.getClass().getSimpleName());
        narrator.say("A value, not an exception: that is daily life.");
    }

    private void refuse(NemLogInSimulator simulator, SamlServiceProvider login) {
        narrator.stop("An attacker sends an assertion that nobody signed");
        simulator.tamper(ForgedResponse::withoutSignature);
        refused(login, simulator.logIn(start(login).uri(), employee()));
    }

    private void replay(NemLogInSimulator simulator, SamlServiceProvider login) {
        narrator.stop("An answer is used a second time");
        IssuedResponse answer = simulator.logIn(start(login).uri(), employee());
        complete(login, answer);
        refused(login, answer);
        AuditEvent last = trail.get(trail.size() - 1);
        narrator.fact(
                "the audit trail has",
                last.details().get("outcome") + " " + last.details().get("check"));
    }

    private void refused(SamlServiceProvider login, IssuedResponse answer) {
        try {
            complete(login, answer);
            throw new IllegalStateException("it should have been refused");
        } catch (LoginRejectedException e) {
            narrator.fact("refused with", e.code());
        }
    }

    private LoginRedirect start(SamlServiceProvider login) {
        return login.startLogin(LoginRequest.builder(browser).returnTo("/sager").build());
    }

    private LoginResult complete(SamlServiceProvider login, IssuedResponse answer) {
        String form = "SAMLResponse=" + encoded(answer.formValue()) + "&RelayState=" + encoded(answer.relayState());
        return login.completeLogin(
                IncomingRequest.post(
                        "application/x-www-form-urlencoded",
                        new ByteArrayInputStream(form.getBytes(StandardCharsets.US_ASCII))),
                browser,
                () -> BrowserSession.of("the-cookie-after-the-login"));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static SimulatedUser employee() {
        return SimulatedUser.professional(TestPerson.ADULT, TestOrganisation.MUNICIPALITY);
    }
}

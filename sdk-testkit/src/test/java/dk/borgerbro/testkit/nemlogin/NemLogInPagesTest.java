package dk.borgerbro.testkit.nemlogin;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dk.borgerbro.testkit.person.TestOrganisation;
import dk.borgerbro.testkit.person.TestPerson;
import dk.borgerbro.testkit.pki.TestIdentity;
import dk.borgerbro.testkit.pki.TestPki;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Logging in and out with a browser that runs no scripts. */
class NemLogInPagesTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:15:30Z");
    private static final Map<String, String> ANE =
            Map.of("person", "ADULT", "organisation", "", "level", "SUBSTANTIAL", "privileges", "", "action", "login");
    private static TestPki pki;
    private static NemLogInSimulator idp;
    private static TestIdentity spKey;
    private static PretendServiceProvider sp;
    private static PretendServiceProvider otherSp;

    private Browser browser;

    @BeforeAll
    static void start() throws Exception {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        // TLS looks at the system's clock, so the certificates follow it.
        pki = TestPki.create();
        idp = NemLogInSimulator.builder().pki(pki).clock(clock).keyBits(2048).start();
        spKey = pki.order().keyBits(2048).issue();
        sp = new PretendServiceProvider("https://sp.example", spKey, NOW);
        otherSp = new PretendServiceProvider("https://other-sp.example", spKey, NOW);
    }

    @BeforeEach
    void open() throws Exception {
        idp.reset();
        register(sp, "HTTP-Redirect", "https://sp.example/logout", "HTTP-POST", "https://sp.example/logout");
        register(otherSp, "HTTP-Redirect", "https://other-sp.example/logout");
        browser = new Browser(idp);
    }

    @AfterAll
    static void stop() {
        idp.close();
    }

    private static void register(PretendServiceProvider who, String... logout) throws Exception {
        idp.registerServiceProvider(who.metadataBytes(PretendServiceProvider.logoutServices(logout)));
    }

    private XmlPart posted() throws Exception {
        byte[] message = Base64.getDecoder().decode(browser.hidden().get("SAMLResponse"));
        return new XmlPart(
                ReadBack.parse(new String(message, StandardCharsets.UTF_8)).getDocumentElement());
    }

    private XmlPart assertion() throws Exception {
        return new XmlPart(ReadBack.parse(ReadBack.decrypt(posted().xml(), spKey.privateKey()))
                .getDocumentElement());
    }

    private String secondCode() throws Exception {
        return posted().get("Status/StatusCode/StatusCode/@Value").substring(Saml.STATUS.length());
    }

    private void logIn(PretendServiceProvider to) throws Exception {
        browser.open(to.loginUri(idp)).submit(ANE);
    }

    @Test
    void thePageSaysWhatItIsAndWorksWithoutScripts() throws Exception {
        browser.open(sp.loginUri(idp));

        assertThat(browser.status()).isEqualTo(200);
        assertThat(browser.text())
                .contains("SIMULATOR: dette er ikke NemLog-in")
                .contains("This is not NemLog-in")
                .contains("<label for=\"person\">", "<label for=\"organisation\">", "<label for=\"privileges\">")
                .contains("Ane Prøvesen")
                .doesNotContain("<script")
                .doesNotContain(TestPerson.ADULT.cpr());
        assertThat(browser.page().headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void thePickedPersonIsPostedToTheService() throws Exception {
        logIn(sp);

        assertThat(browser.action()).hasToString(PretendServiceProvider.ACS);
        assertThat(browser.hidden()).containsEntry("RelayState", "handle");
        assertThat(assertion()
                        .attribute("https://data.gov.dk/model/core/eid/cprNumber")
                        .get("AttributeValue"))
                .isEqualTo(TestPerson.ADULT.cpr());
        assertThat(browser.text()).contains("<button");
    }

    @Test
    void thePickedProfessionalHasLevelPrivilegesAndRights() throws Exception {
        browser.open(sp.loginUri(idp))
                .submit(Map.of(
                        "person", "SECOND_ADULT",
                        "organisation", "COMPANY",
                        "level", "HIGH",
                        "privileges", " urn:a  urn:b ",
                        "represent-VENDOR", "yes",
                        "action", "login"));
        String prefix = "https://data.gov.dk/model/core/eid/";
        XmlPart assertion = assertion();

        assertThat(assertion.attribute(prefix + "professional/cvr").get("AttributeValue"))
                .isEqualTo(TestOrganisation.COMPANY.cvr());
        assertThat(assertion
                        .attribute(prefix + "professional/authorizedToRepresent")
                        .get("AttributeValue"))
                .isEqualTo(TestOrganisation.VENDOR.cvr());
        assertThat(new String(
                        Base64.getDecoder()
                                .decode(assertion
                                        .attribute(prefix + "privilegesIntermediate")
                                        .get("AttributeValue")),
                        StandardCharsets.UTF_8))
                .contains("<Privilege>urn:a</Privilege><Privilege>urn:b</Privilege>");
        assertThat(assertion
                        .attribute("https://data.gov.dk/concept/core/nsis/loa")
                        .get("AttributeValue"))
                .isEqualTo("High");
    }

    @Test
    void theButtonsFail() throws Exception {
        browser.open(sp.loginUri(idp)).submit(Map.of("action", "cancel"));
        assertThat(secondCode()).isEqualTo("AuthnFailed");
        browser.open(sp.loginUri(idp)).submit(Map.of("action", "denied"));
        assertThat(secondCode()).isEqualTo("RequestDenied");
        browser.open(sp.loginUri(idp)).submit(Map.of("action", "error"));
        assertThat(posted().get("Status/StatusCode/@Value")).isEqualTo(Saml.STATUS + "Responder");
        assertThat(posted().at("Status/StatusCode").all("StatusCode")).isEmpty();
    }

    @Test
    void aSecondServiceNeedsNoChoice() throws Exception {
        logIn(sp);
        browser.open(otherSp.loginUri(idp));

        assertThat(posted().get("Status/StatusCode/@Value")).isEqualTo(Saml.SUCCESS);
    }

    @Test
    void forceAuthnAndAHigherLevelShowThePageAgain() throws Exception {
        logIn(sp);
        browser.open(sp.loginUri(idp, NemLogInPagesTest::force));
        assertThat(browser.text()).contains("id=\"person\"");

        browser.open(sp.loginUri(
                idp,
                request -> request.change(root -> root.append(
                        "",
                        "<samlp:RequestedAuthnContext Comparison=\"minimum\"><saml:AuthnContextClassRef>"
                                + "https://data.gov.dk/concept/core/nsis/loa/High</saml:AuthnContextClassRef>"
                                + "</samlp:RequestedAuthnContext>"))));
        assertThat(browser.text()).contains("value=\"HIGH\" checked");
    }

    @Test
    void passiveShowsNoPage() throws Exception {
        browser.open(sp.loginUri(idp, NemLogInPagesTest::passive));
        assertThat(secondCode()).isEqualTo("NoPassive");

        logIn(sp);
        browser.open(sp.loginUri(idp, NemLogInPagesTest::passive));
        assertThat(posted().get("Status/StatusCode/@Value")).isEqualTo(Saml.SUCCESS);
    }

    @Test
    void technicalErrorsSayWhatIsWrongWithoutMarkup() throws Exception {
        browser.open(sp.loginUri(
                idp,
                request -> request.change(root -> root.append(
                        "",
                        "<samlp:RequestedAuthnContext><saml:AuthnContextClassRef>&lt;script&gt;"
                                + "</saml:AuthnContextClassRef></samlp:RequestedAuthnContext>"))));

        assertThat(browser.status()).isEqualTo(400);
        assertThat(browser.text())
                .contains("Teknisk fejl")
                .contains("class reference &lt;script&gt;")
                .doesNotContain("<script>");
    }

    @Test
    void formsThatAreNoneOfOursAreRefused() throws Exception {
        browser.open(sp.loginUri(idp)).submit(Map.of("person", "NOBODY", "level", "LOW"));
        assertThat(browser.status()).isEqualTo(400);
        browser.post(idp.endpoint().resolve("login"), Map.of("handle", "unknown"));
        assertThat(browser.text()).contains("no longer in force");
        browser.post(idp.endpoint(), Map.of("SAMLResponse", "%%%"));
        assertThat(browser.status()).isEqualTo(400);
        browser.open(idp.baseUri().resolve("nowhere"));
        assertThat(browser.status()).isEqualTo(404);
    }

    @Test
    void authnRequestsDoNotComeByPost() throws Exception {
        browser.post(idp.endpoint(), Map.of("SAMLRequest", sp.authnRequest(idp).formValue()));

        assertThat(browser.text()).contains("HTTP-Redirect only");
    }

    @Test
    void metadataIsServed() throws Exception {
        browser.open(idp.metadataUri());

        assertThat(browser.text().getBytes(StandardCharsets.UTF_8)).isEqualTo(idp.metadata());
        assertThat(browser.page().headers().firstValue("Content-Type")).contains("application/samlmetadata+xml");
    }

    @Test
    void scriptedFaultsReachTheBrowser() throws Exception {
        idp.next().respond(503);
        assertThat(browser.open(idp.metadataUri()).status()).isEqualTo(503);

        browser.open(sp.loginUri(idp));
        idp.next().wrongSignature();
        browser.submit(ANE);
        String inside = ReadBack.decrypt(posted().xml(), spKey.privateKey());
        assertThat(ReadBack.verifies(inside, idp.forge().signer().certificate().getPublicKey()))
                .isFalse();
        assertThat(ReadBack.verifies(
                        inside, idp.forge().stranger().certificate().getPublicKey()))
                .isTrue();
    }

    @Test
    void theStartPageShowsWhoIsLoggedInAndLogsOutEverywhere() throws Exception {
        assertThat(browser.open(idp.baseUri()).text()).contains("Nobody is logged in");
        logIn(sp);
        browser.open(otherSp.loginUri(idp));
        assertThat(browser.open(idp.baseUri()).text()).contains("Ane Prøvesen").contains("services: 2");

        // One service takes POST before Redirect or the other way round; both are visited before the end.
        browser.submit(Map.of());
        for (int visits = 0; visits < 2; visits++) {
            answerTheRequest();
        }
        assertThat(browser.text()).contains("You are logged out");
        assertThat(browser.open(idp.baseUri()).text()).contains("Nobody is logged in");
        assertThat(idp.received())
                .filteredOn(message -> message.kind().equals("LogoutResponse"))
                .hasSize(2);
    }

    private void answerTheRequest() throws Exception {
        String xml;
        String relayState;
        if (browser.status() == 303) {
            SignedQuery query = SignedQuery.of(browser.location().getRawQuery());
            query.verify(List.of(idp.forge().signer().certificate()));
            xml = new String(query.message(), StandardCharsets.UTF_8);
            relayState = query.relayState();
        } else {
            xml = new String(Base64.getDecoder().decode(browser.hidden().get("SAMLRequest")), StandardCharsets.UTF_8);
            relayState = browser.hidden().get("RelayState");
        }
        XmlPart request = new XmlPart(ReadBack.parse(xml).getDocumentElement());
        PretendServiceProvider who = request.get("@Destination").startsWith("https://other") ? otherSp : sp;
        browser.open(who.logoutResponse(idp, request.get("@ID"), relayState).redirect(idp.endpoint()));
    }

    @Test
    void aServiceThatCannotBeAskedMakesTheLogoutPartial() throws Exception {
        register(otherSp);
        logIn(sp);
        String nameId = assertion().get("Subject/NameID");
        browser.open(otherSp.loginUri(idp));

        ForgedMessage request = sp.logoutRequest(idp, someLogin())
                .change(root -> root.set("NameID", nameId).remove("SessionIndex"));
        browser.post(idp.endpoint(), Map.of("SAMLRequest", request.formValue(), "RelayState", "back"));

        assertThat(browser.action()).hasToString("https://sp.example/logout");
        assertThat(browser.hidden()).containsEntry("RelayState", "back");
        assertThat(secondCode()).isEqualTo("PartialLogout");
    }

    private static ForgedMessage force(ForgedMessage request) {
        return request.change(root -> root.set("@ForceAuthn", "true"));
    }

    private static ForgedMessage passive(ForgedMessage request) {
        return request.change(root -> root.set("@IsPassive", "true"));
    }

    private static IssuedResponse someLogin() {
        return idp.logIn(sp.loginUri(idp), SimulatedUser.person(TestPerson.CHILD));
    }

    @Test
    void servicesAreAskedBySoapWhereTheyOfferIt() throws Exception {
        List<String> asked = new CopyOnWriteArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                String envelope = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                asked.add(envelope);
                String id = envelope.replaceAll("(?s).*<samlp:LogoutRequest[^>]* ID=\"([^\"]*)\".*", "$1");
                byte[] answer = otherSp.logoutResponse(idp, id, "").soap();
                exchange.getResponseHeaders().set("Content-Type", "text/xml");
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
            }
        });
        server.start();
        try {
            register(otherSp, "SOAP", "http://127.0.0.1:" + server.getAddress().getPort() + "/slo");
            logIn(sp);
            String nameId = assertion().get("Subject/NameID");
            browser.open(otherSp.loginUri(idp));
            ForgedMessage request = sp.logoutRequest(idp, someLogin())
                    .change(root -> root.set("NameID", nameId).remove("SessionIndex"));
            browser.open(request.redirect(idp.endpoint()));

            assertThat(asked)
                    .singleElement()
                    .asString()
                    .contains("LogoutRequest")
                    .contains("Signature");
            assertThat(posted().get("Status/StatusCode/@Value")).isEqualTo(Saml.SUCCESS);
            assertThat(posted().at("Status/StatusCode").all("StatusCode")).isEmpty();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void answersToNothingAreRefused() throws Exception {
        browser.open(sp.logoutResponse(idp, "_x", "unknown").redirect(idp.endpoint()));

        assertThat(browser.status()).isEqualTo(400);
        assertThat(browser.text()).contains("answers no logout");
    }

    @Test
    void speaksPlainHttpAndAnswersByRedirectWhereAsked() throws Exception {
        try (NemLogInSimulator plain = NemLogInSimulator.builder()
                .pki(pki)
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .keyBits(2048)
                .plainHttp()
                .logoutAnswers(LogoutBinding.REDIRECT)
                .start()) {
            plain.registerServiceProvider(sp.metadataBytes(PretendServiceProvider.logoutServices(
                    "HTTP-POST", "https://sp.example/p", "HTTP-Redirect", "https://sp.example/r")));
            IssuedResponse login = plain.logIn(sp.loginUri(plain), SimulatedUser.person(TestPerson.ADULT));
            Browser visitor = new Browser(plain);
            visitor.open(sp.logoutRequest(plain, login).redirect(plain.endpoint()));

            assertThat(plain.baseUri().getScheme()).isEqualTo("http");
            assertThat(visitor.status()).isEqualTo(303);
            assertThat(visitor.location().toString()).startsWith("https://sp.example/r?SAMLResponse=");
            assertThat(plain.toString()).contains("NOT FOR PRODUCTION");
        }
    }
}

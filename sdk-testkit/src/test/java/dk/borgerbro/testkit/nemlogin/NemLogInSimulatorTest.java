package dk.borgerbro.testkit.nemlogin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerbro.testkit.person.TestOrganisation;
import dk.borgerbro.testkit.person.TestPerson;
import dk.borgerbro.testkit.pki.TestIdentity;
import dk.borgerbro.testkit.pki.TestPki;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Logging in by code: what is checked and what is answered. */
class NemLogInSimulatorTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:15:30Z");
    private static final SimulatedUser CITIZEN = SimulatedUser.person(TestPerson.ADULT);
    private static final SimulatedUser CLERK =
            SimulatedUser.professional(TestPerson.SECOND_ADULT, TestOrganisation.MUNICIPALITY);

    private static TestPki pki;
    private static NemLogInSimulator idp;
    private static PretendServiceProvider sp;
    private static TestIdentity spKey;

    @BeforeAll
    static void start() throws Exception {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        pki = TestPki.builder().clock(clock).build();
        idp = NemLogInSimulator.builder().pki(pki).clock(clock).keyBits(2048).start();
        spKey = pki.order().keyBits(2048).issue();
        sp = new PretendServiceProvider("https://sp.example", spKey, NOW);
    }

    @BeforeEach
    void register() throws Exception {
        idp.reset();
        idp.registerServiceProvider(sp.metadataBytes(PretendServiceProvider.logoutServices(
                "HTTP-Redirect", "https://sp.example/logout", "HTTP-POST", "https://sp.example/logout")));
    }

    @AfterAll
    static void stop() {
        idp.close();
    }

    private static XmlPart root(IssuedResponse response) throws Exception {
        return new XmlPart(ReadBack.parse(response.xml()).getDocumentElement());
    }

    private static String secondCode(IssuedResponse response) throws Exception {
        return root(response).get("Status/StatusCode/StatusCode/@Value").substring(Saml.STATUS.length());
    }

    private void isRefused(String because, UnaryOperator<ForgedMessage> change) {
        assertThatThrownBy(() -> idp.logIn(sp.loginUri(idp, change), CITIZEN))
                .isInstanceOf(TechnicalError.class)
                .hasMessageContaining(because);
    }

    private void isRefusedWith(String because, String attribute, String value) {
        isRefused(because, request -> request.change(root -> root.set("@" + attribute, value)));
    }

    private static UnaryOperator<ForgedMessage> context(String comparison, String... references) {
        StringBuilder xml = new StringBuilder("<samlp:RequestedAuthnContext" + comparison + ">");
        for (String reference : references) {
            xml.append("<saml:AuthnContextClassRef>").append(reference).append("</saml:AuthnContextClassRef>");
        }
        return request -> request.change(root -> root.append("", xml + "</samlp:RequestedAuthnContext>"));
    }

    @Test
    void answersAPerson() throws Exception {
        ForgedMessage request = sp.authnRequest(idp).withRelayState("a handle");
        IssuedResponse response = idp.logIn(request.redirect(idp.endpoint()), CITIZEN.level(SimulatedLevel.HIGH));
        XmlPart assertion = sp.assertion(response);

        assertThat(response.relayState()).isEqualTo("a handle");
        assertThat(response.assertionConsumerService()).hasToString(PretendServiceProvider.ACS);
        assertThat(root(response).get("@InResponseTo")).isEqualTo(request.id());
        assertThat(assertion.get("Issuer")).isEqualTo(idp.entityId());
        assertThat(assertion.get("Subject/NameID")).startsWith("https://data.gov.dk/model/core/eid/person/uuid/");
        assertThat(assertion
                        .attribute("https://data.gov.dk/concept/core/nsis/loa")
                        .get("AttributeValue"))
                .isEqualTo("High");
        assertThat(ReadBack.verifies(
                        sp.open(response), idp.forge().signer().certificate().getPublicKey()))
                .isTrue();
        assertThat(idp.received()).singleElement().satisfies(message -> {
            assertThat(message.kind()).isEqualTo("AuthnRequest");
            assertThat(message.id()).isEqualTo(request.id());
            assertThat(message.relayState()).isEqualTo("a handle");
        });
    }

    @Test
    void answersAProfessionalWithPrivilegesAndRights() throws Exception {
        SimulatedUser user = CLERK.withPrivilegeUris("urn:dk:example:case&read")
                .representing(TestOrganisation.COMPANY, TestOrganisation.VENDOR);
        XmlPart assertion = sp.assertion(idp.logIn(sp.loginUri(idp), user));
        String prefix = "https://data.gov.dk/model/core/eid/";
        String privileges = new String(
                java.util.Base64.getDecoder()
                        .decode(assertion
                                .attribute(prefix + "privilegesIntermediate")
                                .get("AttributeValue")),
                StandardCharsets.UTF_8);

        assertThat(assertion.get("Subject/NameID")).startsWith(prefix + "professional/uuid/");
        assertThat(assertion.attribute(prefix + "professional/cvr").get("AttributeValue"))
                .isEqualTo(TestOrganisation.MUNICIPALITY.cvr());
        assertThat(assertion
                        .attribute(prefix + "professional/authorizedToRepresent")
                        .all("AttributeValue"))
                .extracting(value -> value.get(""))
                .containsExactly(TestOrganisation.COMPANY.cvr(), TestOrganisation.VENDOR.cvr());
        assertThat(privileges)
                .contains("Scope=\"urn:dk:gov:saml:cvrNumberIdentifier:99000007\"")
                .contains("<Privilege>urn:dk:example:case&amp;read</Privilege>");
    }

    @Test
    void sendsRequestedAttributesOnly() throws Exception {
        String wanted = "<AttributeConsumingService index=\"0\"><ServiceName xml:lang=\"da\">SP</ServiceName>"
                + "<RequestedAttribute Name=\"https://data.gov.dk/model/core/eid/age\"/></AttributeConsumingService>";
        idp.registerServiceProvider(sp.metadata("")
                .replace("</SPSSODescriptor>", wanted + "</SPSSODescriptor>")
                .getBytes(StandardCharsets.UTF_8));
        XmlPart assertion = sp.assertion(idp.logIn(sp.loginUri(idp), CITIZEN));

        assertThat(assertion.all("AttributeStatement/Attribute"))
                .extracting(attribute -> attribute.get("@Name"))
                .containsExactly(
                        "https://data.gov.dk/model/core/specVersion",
                        "https://data.gov.dk/concept/core/nsis/loa",
                        "https://data.gov.dk/model/core/eid/age");
    }

    @Test
    void cancelsAndFails() throws Exception {
        assertThat(secondCode(idp.cancel(sp.loginUri(idp)))).isEqualTo("AuthnFailed");
        XmlPart failed = root(idp.fail(sp.loginUri(idp), "<b>text</b>", "Requester", "urn:own"));
        assertThat(failed.get("Status/StatusCode/@Value")).isEqualTo(Saml.STATUS + "Requester");
        assertThat(failed.get("Status/StatusCode/StatusCode/@Value")).isEqualTo("urn:own");
        assertThat(failed.get("Status/StatusMessage")).isEqualTo("<b>text</b>");
    }

    @Test
    void levelAndKindThatTheUserLacksAreNoAuthnContext() throws Exception {
        UnaryOperator<ForgedMessage> high =
                context(" Comparison=\"minimum\"", "https://data.gov.dk/concept/core/nsis/loa/High");
        UnaryOperator<ForgedMessage> professional = context("", "https://data.gov.dk/eid/Professional");

        assertThat(secondCode(idp.logIn(sp.loginUri(idp, high), CITIZEN))).isEqualTo("NoAuthnContext");
        assertThat(secondCode(idp.logIn(sp.loginUri(idp, professional), CITIZEN)))
                .isEqualTo("NoAuthnContext");
        assertThat(idp.logIn(sp.loginUri(idp, high), CITIZEN.level(SimulatedLevel.HIGH))
                        .assertionXml())
                .isNotEmpty();
        assertThat(idp.logIn(sp.loginUri(idp, professional), CLERK).assertionXml())
                .isNotEmpty();
    }

    @Test
    void refusesContextsThatTheProfileDoesNotKnow() {
        String level = "https://data.gov.dk/concept/core/nsis/loa/";
        isRefused("more than one level", context(" Comparison=\"minimum\"", level + "Low", level + "High"));
        isRefused("no level Highest", context("", level + "Highest"));
        isRefused(
                "more than one kind",
                context("", "https://data.gov.dk/eid/Person", "https://data.gov.dk/eid/Professional"));
        isRefused("class reference", context("", "https://data.gov.dk/concept/core/loa/High"));
        isRefused("class reference", context("", "https://nemlogin.dk/internal/credential/type/passport"));
        isRefused("Comparison", context(" Comparison=\"exact\"", level + "High"));
        isRefused("Comparison", context(" Comparison=\"minimum\"", "https://data.gov.dk/eid/Person"));
    }

    @Test
    void refusesSignaturesThatAreMissingWrongOrWeak() {
        isRefused("no Signature", ForgedMessage::withoutSignature);
        isRefused(
                "signature is wrong",
                request -> request.withSignature(SignatureRecipe.by(idp.forge().stranger())));
        isRefused(
                "not allowed",
                request -> request.withSignature(recipe -> recipe.withAlgorithm(SamlAlgorithms.RSA_SHA1)));
        isRefused(
                "signature is wrong",
                request -> request.changeQuery(query -> query.replace("RelayState=handle", "RelayState=other")));
        isRefused("more than once", request -> request.changeQuery(query -> query + "&RelayState=again"));
        isRefused(
                "order",
                request -> request.changeQuery(query -> "SigAlg" + query.substring(query.indexOf("SigAlg") + 6) + "&"
                        + query.substring(0, query.indexOf("&SigAlg"))));
        isRefused(
                "more than once",
                request ->
                        request.changeUnsignedQuery(query -> query.replace("=handle&", "=handle&RelayState=again&")));
        isRefused("does not know", request -> request.changeQuery(query -> query + "&SAMLEncoding=x"));
    }

    @Test
    void refusesWhatTheProfileForbids() {
        isRefusedWith("Destination", "Destination", "https://localhost/other/");
        isRefusedWith("AssertionConsumerServiceURL", "AssertionConsumerServiceURL", "https://evil.example/");
        isRefused(
                "AssertionConsumerServiceURL is missing",
                request -> request.change(root -> root.remove("@AssertionConsumerServiceURL")));
        isRefusedWith("ProtocolBinding", "ProtocolBinding", Saml.REDIRECT);
        isRefusedWith("IssueInstant", "IssueInstant", "2026-03-02T10:09:30Z");
        isRefusedWith("IssueInstant", "IssueInstant", "2026-03-02T11:15:30+01:00");
        isRefusedWith("Version", "Version", "2.1");
        isRefusedWith("schema", "Surprise", "x");
        isRefused(
                "ForceAuthn and IsPassive",
                request ->
                        request.change(root -> root.set("@ForceAuthn", "true").set("@IsPassive", "1")));
        isRefused("not registered", request -> request.change(root -> root.set("Issuer", "https://unknown.example")));
        isRefused("Issuer is missing", request -> request.change(root -> root.remove("Issuer")));
        isRefused(
                "NameIDPolicy",
                request -> request.change(root -> root.append("", "<samlp:NameIDPolicy Format=\"urn:x\"/>")));
        isRefused("DOCTYPE", request -> request.changeText(text -> "<!DOCTYPE x>" + text));
        isRefused("512", request -> request.withRelayState("x".repeat(513)));
        isRefused(
                "profile 4.0",
                extensions("<nl:RequestedAttributeProfiles><nl:Profile>https://data.gov.dk/eid/Person/DK</nl:Profile>"
                        + "</nl:RequestedAttributeProfiles>"));
        isRefused(
                "schema",
                extensions(
                        "<nl:AppSwitch><nl:Platform>Symbian</nl:Platform><nl:ReturnURL>x</nl:ReturnURL></nl:AppSwitch>"));
    }

    private static UnaryOperator<ForgedMessage> extensions(String content) {
        return request ->
                request.change(root -> root.after("Issuer", "<samlp:Extensions>" + content + "</samlp:Extensions>"));
    }

    @Test
    void acceptsAppSwitchAndNameIdPolicy() {
        UnaryOperator<ForgedMessage> both = request -> extensions(
                        "<nl:AppSwitch><nl:Platform>iOS</nl:Platform><nl:ReturnURL>https://app.example</nl:ReturnURL></nl:AppSwitch>")
                .apply(request)
                .change(root -> root.append("", "<samlp:NameIDPolicy Format=\"" + Saml.PERSISTENT + "\"/>"));

        assertThat(idp.logIn(sp.loginUri(idp, both), CITIZEN).assertionXml()).isNotEmpty();
    }

    @Test
    void profileFourHasItsOwnLevelsAndAttributeProfiles() throws Exception {
        try (NemLogInSimulator four = NemLogInSimulator.builder()
                .pki(pki)
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .keyBits(2048)
                .profile(SimulatedProfile.OIO_4_0)
                .start()) {
            four.registerServiceProvider(sp.metadataBytes(""));
            UnaryOperator<ForgedMessage> wanted =
                    request -> context(" Comparison=\"minimum\"", "https://data.gov.dk/concept/core/loa/Substantial")
                            .apply(extensions(
                                            "<nl:RequestedAttributeProfiles><nl:Profile>https://data.gov.dk/eid/Professional/DK"
                                                    + "</nl:Profile></nl:RequestedAttributeProfiles>")
                                    .apply(request));

            assertThat(four.endpoint().getPath()).isEqualTo("/idp/saml/4.0/");
            assertThat(secondCode(four.logIn(sp.loginUri(four, wanted), CITIZEN)))
                    .isEqualTo("NoAuthnContext");
            XmlPart assertion = sp.assertion(four.logIn(sp.loginUri(four, wanted), CLERK));
            assertThat(assertion
                            .attribute("https://data.gov.dk/concept/core/loa")
                            .get("AttributeValue"))
                    .isEqualTo("Substantial");
            assertThat(new String(four.metadata(), StandardCharsets.UTF_8))
                    .contains("https://data.gov.dk/saml/profile/oio/4");
        }
    }

    @Test
    void refusesMetadataAndNamesAllFaults() throws Exception {
        String bad = sp.metadata("")
                .replace("AuthnRequestsSigned=\"true\"", "AuthnRequestsSigned=\"false\"")
                .replace(PretendServiceProvider.ACS, "http://sp.example/acs")
                .replace("nameid-format:persistent", "nameid-format:emailAddress")
                .replace("use=\"encryption\"", "use=\"signing\"");

        assertThatThrownBy(() -> idp.registerServiceProvider(bad.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("AuthnRequestsSigned")
                .hasMessageContaining("http://sp.example/acs is not https")
                .hasMessageContaining("NameIDFormat")
                .hasMessageContaining("no encryption certificate");
        assertThatThrownBy(() -> idp.registerServiceProvider("<x".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("well-formed");
        assertThatThrownBy(() -> idp.registerServiceProvider("<x/>".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("schema")
                .hasMessageContaining("SPSSODescriptor");
    }

    @Test
    void transientNamesAreFreshEachTime() throws Exception {
        idp.registerServiceProvider(sp.metadata("")
                .replace("nameid-format:persistent", "nameid-format:transient")
                .getBytes(StandardCharsets.UTF_8));
        IssuedResponse first = idp.logIn(sp.loginUri(idp), CITIZEN);
        IssuedResponse second = idp.logIn(sp.loginUri(idp), CITIZEN);

        assertThat(sp.assertion(first).get("Subject/NameID/@Format")).isEqualTo(Saml.TRANSIENT);
        assertThat(first.facts().nameId()).isNotEqualTo(second.facts().nameId());
    }

    @Test
    void tampersWithOneResponse() throws Exception {
        idp.tamper(response ->
                response.withSignature(SignatureRecipe.by(idp.forge().stranger())));
        IssuedResponse wrong = idp.logIn(sp.loginUri(idp), CITIZEN);
        IssuedResponse right = idp.logIn(sp.loginUri(idp), CITIZEN);
        var key = idp.forge().signer().certificate().getPublicKey();

        assertThat(ReadBack.verifies(sp.open(wrong), key)).isFalse();
        assertThat(ReadBack.verifies(sp.open(right), key)).isTrue();
    }

    @Test
    void rollsItsKeyOver() throws Exception {
        SamlForge forge = idp.forge();
        idp.publish(forge.signer(), forge.secondSigner());
        idp.signWith(forge.secondSigner());
        IssuedResponse response = idp.logIn(sp.loginUri(idp), CITIZEN);
        String metadata = new String(idp.metadata(), StandardCharsets.UTF_8);

        assertThat(ReadBack.verifies(
                        sp.open(response), forge.secondSigner().certificate().getPublicKey()))
                .isTrue();
        assertThat(metadata)
                .contains(SignatureRecipe.base64(forge.signer().certificate()))
                .contains(SignatureRecipe.base64(forge.secondSigner().certificate()));
        idp.reset();
        assertThat(new String(idp.metadata(), StandardCharsets.UTF_8))
                .doesNotContain(SignatureRecipe.base64(forge.secondSigner().certificate()));
    }

    @Test
    void publishesValidMetadata() throws Exception {
        String metadata = new String(idp.metadata(), StandardCharsets.UTF_8);
        XmlPart entity = new XmlPart(ReadBack.parse(metadata).getDocumentElement());

        assertThat(new SamlSchemas().problem(ReadBack.parse(metadata))).isEmpty();
        assertThat(entity.get("@entityID")).isEqualTo(idp.entityId());
        assertThat(entity.get("IDPSSODescriptor/SingleSignOnService/@Location"))
                .isEqualTo(idp.endpoint().toString());
        assertThat(entity.all("IDPSSODescriptor/SingleLogoutService")).hasSize(2);
    }

    @Test
    void forgesMetadataThatIsWrong() throws Exception {
        SamlForge forge = idp.forge();
        String metadata = forge.metadata(idp.endpoint())
                .withEntityId("https://other.example")
                .withSigning(
                        forge.expiredSigner().certificate(),
                        forge.secondSigner().certificate())
                .withLogout(URI.create("http://plain.example/"))
                .withSingleSignOn(URI.create("https://sso.example/"))
                .change(root -> root.set("@validUntil", "2001-01-01T00:00:00Z"))
                .withSignature(SignatureRecipe.by(forge.signer()))
                .xml();

        assertThat(ReadBack.verifies(metadata, forge.signer().certificate().getPublicKey()))
                .isTrue();
        assertThat(metadata)
                .contains("entityID=\"https://other.example\"")
                .contains("http://plain.example/")
                .contains("https://sso.example/")
                .contains("2001-01-01T00:00:00Z");
        assertThat(forge.expiredSigner().certificate().getNotAfter().toInstant())
                .isBefore(NOW);
        assertThat(forge.metadata(idp.endpoint())
                        .changeText(text -> "<!DOCTYPE x>" + text)
                        .xml())
                .startsWith("<!DOCTYPE");
    }

    @Test
    void answersALogoutRequest() throws Exception {
        IssuedResponse login = idp.logIn(sp.loginUri(idp), CITIZEN);
        ForgedMessage request = sp.logoutRequest(idp, login).withRelayState("state");
        IssuedMessage answer = idp.logOut(request.redirect(idp.endpoint())).orElseThrow();
        XmlPart response =
                new XmlPart(ReadBack.parse(answer.message().signedXml()).getDocumentElement());

        assertThat(answer.binding()).isEqualTo(LogoutBinding.POST);
        assertThat(answer.location()).hasToString("https://sp.example/logout");
        assertThat(answer.message().relayState()).isEqualTo("state");
        assertThat(response.get("@InResponseTo")).isEqualTo(request.id());
        assertThat(response.get("Status/StatusCode/@Value")).isEqualTo(Saml.SUCCESS);
        assertThat(ReadBack.verifies(
                        answer.message().signedXml(),
                        idp.forge().signer().certificate().getPublicKey()))
                .isTrue();
        assertThatThrownBy(() -> idp.logoutRequest(login, LogoutBinding.POST)).hasMessageContaining("no such session");
    }

    @Test
    void anUnknownSessionIsLoggedOutAlready() throws Exception {
        IssuedResponse login = idp.logIn(sp.loginUri(idp), CITIZEN);
        ForgedMessage other = sp.logoutRequest(idp, login).change(root -> root.set("NameID", "somebody else"));
        IssuedMessage answer = idp.logOut(other.redirect(idp.endpoint())).orElseThrow();

        assertThat(answer.message().signedXml()).contains(Saml.SUCCESS);
        assertThat(idp.logoutRequest(login, LogoutBinding.POST)).isNotNull();
    }

    @Test
    void refusesBadLogoutRequests() {
        IssuedResponse login = idp.logIn(sp.loginUri(idp), CITIZEN);
        ForgedMessage good = sp.logoutRequest(idp, login);
        for (ForgedMessage bad : List.of(
                good.withoutSignature(),
                good.withSignature(SignatureRecipe.by(idp.forge().stranger())),
                good.change(root -> root.set("@Destination", "https://other.example/")),
                good.change(root -> root.set("@NotOnOrAfter", NOW.toString())),
                good.change(root -> root.set("@IssueInstant", "2026-03-02T09:15:30Z")))) {
            assertThatThrownBy(() -> idp.logOut(bad.redirect(idp.endpoint()))).isInstanceOf(TechnicalError.class);
        }
        assertThat(idp.logoutRequest(login, LogoutBinding.REDIRECT)).isNotNull();
    }

    @Test
    void forgesLogoutRequestsForEachBinding() throws Exception {
        idp.registerServiceProvider(sp.metadataBytes(PretendServiceProvider.logoutServices(
                "HTTP-Redirect",
                "https://sp.example/r",
                "HTTP-POST",
                "https://sp.example/p",
                "SOAP",
                "https://sp.example/s")));
        IssuedResponse login = idp.logIn(sp.loginUri(idp), CITIZEN);
        var key = idp.forge().signer().certificate();
        IssuedMessage redirect = idp.logoutRequest(login, LogoutBinding.REDIRECT);
        SignedQuery query = SignedQuery.of(redirect.redirect().getRawQuery());
        IssuedMessage soap = idp.logoutRequest(login, LogoutBinding.SOAP);
        XmlPart request = new XmlPart(ReadBack.parse(soap.message().signedXml()).getDocumentElement());

        query.verify(List.of(key));
        assertThat(new String(query.message(), StandardCharsets.UTF_8))
                .contains(login.facts().sessionIndex());
        assertThat(soap.location()).hasToString("https://sp.example/s");
        assertThat(request.get("NameID")).isEqualTo(login.facts().nameId());
        assertThat(new SamlSchemas().problem(ReadBack.parse(soap.message().signedXml())))
                .isEmpty();
        assertThat(ReadBack.verifies(soap.message().signedXml(), key.getPublicKey()))
                .isTrue();
        assertThat(new String(soap.message().soap(), StandardCharsets.UTF_8)).startsWith("<soap:Envelope");
        idp.tamperLogout(ForgedMessage::withoutSignature);
        assertThat(idp.logoutRequest(login, LogoutBinding.POST).message().signedXml())
                .doesNotContain("Signature");
    }

    @Test
    void showsNothingPersonal() {
        IssuedResponse response = idp.logIn(sp.loginUri(idp), CITIZEN);

        assertThat(List.of(response, response.facts(), response.facts().user(), idp.received(), idp))
                .allSatisfy(shown -> assertThat(shown.toString())
                        .doesNotContain(
                                TestPerson.ADULT.cpr(),
                                TestPerson.ADULT.fullName(),
                                response.facts().nameId()));
    }

    @Test
    void aLogoutRequestWithoutSessionIndexEndsAllSessionsOfTheName() {
        IssuedResponse first = idp.logIn(sp.loginUri(idp), CITIZEN);
        IssuedResponse second = idp.logIn(sp.loginUri(idp), CITIZEN);
        IssuedResponse somebodyElse = idp.logIn(sp.loginUri(idp), CLERK);
        ForgedMessage request = sp.logoutRequest(idp, first).change(root -> root.remove("SessionIndex"));

        assertThat(idp.logOut(request.redirect(idp.endpoint()))).isPresent();

        for (IssuedResponse ended : List.of(first, second)) {
            assertThatThrownBy(() -> idp.logoutRequest(ended, LogoutBinding.POST))
                    .hasMessageContaining("no such session");
        }
        assertThat(idp.logoutRequest(somebodyElse, LogoutBinding.POST)).isNotNull();
        assertThatThrownBy(() -> idp.logoutRequest(somebodyElse, LogoutBinding.SOAP))
                .hasMessageContaining("by SOAP");
    }
}

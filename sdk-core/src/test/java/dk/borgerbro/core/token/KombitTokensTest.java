package dk.borgerbro.core.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerbro.core.credential.OrganisationKey;
import dk.borgerbro.core.error.Responsibility;
import dk.borgerbro.core.error.ServiceException;
import dk.borgerbro.core.error.TransportException;
import dk.borgerbro.core.id.CvrNumber;
import dk.borgerbro.core.loopback.Reply;
import dk.borgerbro.testkit.person.TestOrganisation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KombitTokensTest {
    private static final OrganisationKey KEY = TokenService.key(TestOrganisation.VENDOR);
    private static final CvrNumber AUTHORITY = CvrNumber.of(TestOrganisation.MUNICIPALITY.cvr());
    private static final CvrNumber OTHER = CvrNumber.of(TestOrganisation.AGENCY.cvr());
    private static final String SEND = "http://entityid.kombit.dk/service/kombipostafsend/1";
    private static final String LOOK_UP = "http://entityid.kombit.dk/service/postforespoerg/1";

    private final TokenService sts;
    private final TokenService access;
    private final KombitTokens tokens;

    KombitTokensTest() throws IOException {
        sts = new TokenService();
        access = new TokenService();
        tokens = KombitTokens.create(
                new KombitEnvironment(sts.environment(), access.environment()), KEY, sts.settings());
        sts.server.otherwise(assertion(sts.time.instant().plus(Duration.ofHours(8))));
        access.server.otherwise(holderOfKey("t-1"));
    }

    @AfterEach
    void close() throws IOException {
        tokens.close();
        sts.close();
        access.close();
    }

    private static Reply assertion(Instant end) {
        return answer("<saml:Assertion xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\" ID=\"_1\" Version=\"2.0\">"
                + "<saml:Issuer>sts</saml:Issuer><saml:Conditions NotOnOrAfter=\"" + end + "\"/></saml:Assertion>");
    }

    private static Reply answer(String xml) {
        String base64 = Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8));
        return Reply.ok("{\"RequestedSecurityToken\":{\"Assertion\":\"" + base64 + "\"},"
                + "\"Lifetime\":{\"Expires\":\"11/24/2026 10:00:00\"}}");
    }

    private static Reply holderOfKey(String token) {
        return Reply.ok("{\"access_token\":\"" + token + "\",\"token_type\":\"Holder-of-key\",\"expires_in\":3600}");
    }

    @Test
    void theAssertionIsAskedForOnBehalfOfTheAuthorityAndExchanged() throws Exception {
        AccessToken token = tokens.forService(AUTHORITY, SEND).token();

        assertThat(token.authorization()).isEqualTo("Holder-of-key t-1");
        assertThat(sts.request(0).line()).startsWith("POST /api/runtime/api/rest/wstrust/v1/issue ");
        assertThat(sts.request(0).client()).contains("Prøvesystemer");
        assertThat(TokenService.json(sts.request(0)))
                .containsEntry("TokenType", "http://docs.oasis-open.org/wss/oasis-wss-saml-token-profile-1.1#SAMLV2.0")
                .containsEntry("RequestType", "http://docs.oasis-open.org/ws-sx/ws-trust/200512/Issue")
                .containsEntry("KeyType", "http://docs.oasis-open.org/ws-sx/ws-trust/200512/PublicKey")
                .containsEntry("AnvenderKontekst", Map.of("Cvr", AUTHORITY.value()))
                .containsEntry("AppliesTo", Map.of("EndpointReference", Map.of("Address", SEND)))
                .containsEntry("OnBehalfOf", null)
                .containsEntry(
                        "UseKey",
                        Base64.getEncoder().encodeToString(KEY.certificate().getEncoded()));
        assertThat(access.request(0).line()).startsWith("POST /api/service/AccessTokenService_1/token ");
        assertThat(TokenService.form(access.request(0)).get("saml-token")).isNotBlank();
        assertThat(access.request(0).client()).contains("Prøvesystemer");
    }

    @Test
    void bothStepsAreCachedForTheirOwnLife() {
        TokenSource source = tokens.forService(AUTHORITY, SEND);
        source.token();
        source.token();
        assertThat(access.server.received()).hasSize(1);

        sts.time.pass(Duration.ofHours(1));
        source.token();
        assertThat(access.server.received()).hasSize(2);
        assertThat(sts.server.received()).hasSize(1);

        sts.time.pass(Duration.ofHours(8));
        sts.server.otherwise(assertion(sts.time.instant().plus(Duration.ofHours(8))));
        source.token();
        assertThat(sts.server.received()).hasSize(2);
    }

    @Test
    void authoritiesAndServicesNeverShareATokenAndTheSameAskTwiceDo() {
        tokens.forService(AUTHORITY, SEND).token();
        tokens.forService(OTHER, SEND).token();
        tokens.forService(AUTHORITY, LOOK_UP).token();
        tokens.forService(AUTHORITY, SEND).token();

        assertThat(sts.server.received()).hasSize(3);
        assertThat(TokenService.json(sts.request(1))).containsEntry("AnvenderKontekst", Map.of("Cvr", OTHER.value()));
    }

    @Test
    void aRefusedAssertionIsNotUsedAgain() {
        access.server.next(Reply.of(401, "{\"error\":\"invalid_token\"}"));
        TokenSource source = tokens.forService(AUTHORITY, SEND);

        assertThatThrownBy(source::token).isInstanceOf(ServiceException.class);
        assertThat(source.token().authorization()).isEqualTo("Holder-of-key t-1");
        assertThat(sts.server.received()).hasSize(2);
    }

    @Test
    void aRefusalOfTheStsIsAMatterOfSetUp() {
        sts.server.otherwise(Reply.of(400, "{\"Message\":\"no agreement\"}"));

        assertThatThrownBy(tokens.forService(AUTHORITY, SEND)::token)
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        e -> assertThat(e.responsibility()).isEqualTo(Responsibility.SETUP));
    }

    @Test
    void anEncryptedAssertionIsTakenToLiveFiftyMinutes() {
        sts.server.otherwise(answer("<EncryptedAssertion xmlns=\"urn:oasis:names:tc:SAML:2.0:assertion\"/>"));
        TokenSource source = tokens.forService(AUTHORITY, SEND);
        source.token();
        sts.time.pass(Duration.ofMinutes(61));
        source.token();

        assertThat(sts.server.received()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a/>",
                "<Assertion xmlns=\"urn:oasis:names:tc:SAML:2.0:assertion\"/>",
                "<Assertion xmlns=\"urn:oasis:names:tc:SAML:2.0:assertion\"><Conditions NotOnOrAfter=\"tomorrow\"/></Assertion>",
                "<Assertion xmlns=\"urn:oasis:names:tc:SAML:2.0:assertion\"><Conditions/></Assertion>",
                "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><a>&e;</a>",
                "not xml"
            })
    void anAnswerThatIsNoAssertionIsRefused(String xml) {
        sts.server.otherwise(answer(xml));

        assertThatThrownBy(tokens.forService(AUTHORITY, SEND)::token).isInstanceOf(TransportException.class);
        assertThat(access.server.received()).isEmpty();
    }

    @Test
    void theEnvironmentsAreKnown() {
        assertThat(KombitEnvironment.production(Set.of()).securityTokens().baseUri())
                .hasToString("https://n2adgangsstyring.stoettesystemerne.dk/");
        assertThat(KombitEnvironment.externalTest(Set.of()).accessTokens().baseUri())
                .hasToString("https://exttest.serviceplatformen.dk/");
    }
}

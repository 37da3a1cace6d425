package dk.borgerbro.eid.internal.logout;

import static dk.borgerbro.eid.internal.logout.LogoutWorld.BROWSER;
import static dk.borgerbro.eid.internal.logout.LogoutWorld.IDP_POST;
import static dk.borgerbro.eid.internal.logout.LogoutWorld.IDP_REDIRECT_ANSWERS;
import static dk.borgerbro.eid.internal.logout.LogoutWorld.INDEX;
import static dk.borgerbro.eid.internal.logout.LogoutWorld.by;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerbro.eid.HttpAnswer;
import dk.borgerbro.eid.saml.LogoutEndpoint;
import dk.borgerbro.eid.saml.SamlBinding;
import dk.borgerbro.testkit.nemlogin.ForgedMessage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How the identity provider's requests are answered. */
class LogoutAnswerTest {
    private static final String RELAY_STATE = "\"><script>alert('1')</script>&amp; æ";

    private final LogoutWorld world = new LogoutWorld().annaLoggedIn();

    private static void assertSuccess(SentMessage sent, ForgedMessage request) {
        assertThat(sent.get("@InResponseTo")).isEqualTo(request.id());
        assertThat(sent.get("Issuer")).isEqualTo(LogoutWorld.ENTITY_ID);
        assertThat(sent.get("Status/StatusCode/@Value")).isEqualTo("urn:oasis:names:tc:SAML:2.0:status:Success");
        assertThat(sent.get("@ID")).matches("_[0-9a-f]{40}");
    }

    private HttpAnswer answer(SamlBinding came, SamlBinding goes, ForgedMessage request) {
        return world.flow(goes, world.store).handle(by(came, request), BROWSER).answer();
    }

    @ParameterizedTest
    @EnumSource(names = {"HTTP_REDIRECT", "HTTP_POST"})
    void browserTakesASignedFormBackWithItsRelayState(SamlBinding came) throws Exception {
        ForgedMessage request = world.logoutRequest(INDEX).withRelayState(RELAY_STATE);

        HttpAnswer answer = answer(came, SamlBinding.HTTP_POST, request);

        assertThat(answer.status()).isEqualTo(200);
        SentMessage sent = SentMessage.posted(answer, "SAMLResponse").verifyEnveloped();
        assertSuccess(sent, request);
        assertThat(sent.target()).isEqualTo(IDP_POST.toString());
        assertThat(sent.get("@Destination")).isEqualTo(IDP_POST.toString());
        assertThat(sent.relayState()).isEqualTo(RELAY_STATE);
        assertThat(new String(answer.body(), UTF_8)).doesNotContain("<script>alert");
    }

    @ParameterizedTest
    @EnumSource(names = {"HTTP_REDIRECT", "HTTP_POST"})
    void identityProviderThatWantsRedirectsGetsThemAtItsAddressForAnswers(SamlBinding came) throws Exception {
        ForgedMessage request = world.logoutRequest(INDEX).withRelayState(RELAY_STATE);

        SentMessage sent = SentMessage.redirected(answer(came, SamlBinding.HTTP_REDIRECT, request), "SAMLResponse");

        assertSuccess(sent, request);
        assertThat(sent.target()).isEqualTo(IDP_REDIRECT_ANSWERS.toString());
        assertThat(sent.get("@Destination")).isEqualTo(IDP_REDIRECT_ANSWERS.toString());
        assertThat(sent.relayState()).isEqualTo(RELAY_STATE);
        assertThat(sent.xml()).doesNotContain("Signature");
    }

    @Test
    void soapIsAnsweredWithSoap() throws Exception {
        ForgedMessage request = world.logoutRequest(INDEX);

        HttpAnswer answer = answer(SamlBinding.SOAP, SamlBinding.HTTP_POST, request);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).containsEntry("Content-Type", "text/xml; charset=utf-8");
        SentMessage sent = SentMessage.soap(answer).verifyEnveloped();
        assertSuccess(sent, request);
        assertThat(sent.get("@Destination")).isEmpty();
    }

    @Test
    void otherBindingServesWhereTheWantedOneIsNotOffered() throws Exception {
        world.knowing(LogoutEndpoint.of(SamlBinding.HTTP_POST, IDP_POST));

        HttpAnswer answer = answer(SamlBinding.HTTP_POST, SamlBinding.HTTP_REDIRECT, world.logoutRequest());

        SentMessage.posted(answer, "SAMLResponse").verifyEnveloped();
    }

    @Test
    void browserStaysHereWhereNobodyTakesAnswers() {
        world.knowing();

        HttpAnswer answer = answer(SamlBinding.HTTP_POST, SamlBinding.HTTP_POST, world.logoutRequest());

        assertThat(answer.headers()).containsEntry("Location", "/farvel");
        assertThat(world.isLoggedIn(BROWSER)).isFalse();
    }

    @Test
    void hugeRelayStateIsNotSentBack() throws Exception {
        ForgedMessage request = world.logoutRequest().withRelayState("x".repeat(10_000));

        SentMessage sent =
                SentMessage.posted(answer(SamlBinding.HTTP_POST, SamlBinding.HTTP_POST, request), "SAMLResponse");

        assertThat(sent.relayState()).isEmpty();
    }

    @Test
    void answersAreKeptByNoCache() {
        for (SamlBinding goes : List.of(SamlBinding.HTTP_POST, SamlBinding.HTTP_REDIRECT)) {
            HttpAnswer answer = answer(SamlBinding.HTTP_POST, goes, world.logoutRequest());
            assertThat(answer.headers()).containsEntry("Cache-Control", "no-store");
        }
        assertThat(answer(SamlBinding.SOAP, SamlBinding.HTTP_POST, world.logoutRequest())
                        .headers())
                .containsEntry("Cache-Control", "no-store");
    }
}

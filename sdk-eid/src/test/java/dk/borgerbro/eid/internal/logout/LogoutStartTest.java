package dk.borgerbro.eid.internal.logout;

import static dk.borgerbro.eid.internal.logout.LogoutWorld.ANNA;
import static dk.borgerbro.eid.internal.logout.LogoutWorld.BROWSER;
import static dk.borgerbro.eid.internal.logout.LogoutWorld.IDP_POST;
import static dk.borgerbro.eid.internal.logout.LogoutWorld.IDP_REDIRECT;
import static dk.borgerbro.eid.internal.logout.LogoutWorld.INDEX;
import static dk.borgerbro.eid.internal.logout.LogoutWorld.NOW;
import static dk.borgerbro.eid.internal.logout.LogoutWorld.OTHER_BROWSER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dk.borgerbro.core.config.ClientSettings;
import dk.borgerbro.core.error.CredentialException;
import dk.borgerbro.core.observe.AuditEvent;
import dk.borgerbro.eid.AssuranceLevel;
import dk.borgerbro.eid.HttpAnswer;
import dk.borgerbro.eid.saml.ActiveSession;
import dk.borgerbro.eid.saml.LogoutEndpoint;
import dk.borgerbro.eid.saml.NameId;
import dk.borgerbro.eid.saml.SamlBinding;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LogoutStartTest {
    private final LogoutWorld world = new LogoutWorld();

    @Test
    void sessionEndsBeforeTheBrowserLeavesAndNoOtherDoes() {
        world.annaLoggedIn();
        world.sessions.open(OTHER_BROWSER, LogoutWorld.session(ANNA).withSessionIndex("_another"));

        world.flow().start(BROWSER);

        assertThat(world.isLoggedIn(BROWSER)).isFalse();
        assertThat(world.isLoggedIn(OTHER_BROWSER)).isTrue();
    }

    @Test
    void identityProviderGetsASignedRequestThatNamesTheSessionAsItDid() throws Exception {
        NameId subject = NameId.of(ANNA)
                .withFormat(NameId.TRANSIENT)
                .withNameQualifier("https://idp.example")
                .withSpNameQualifier("a \"b\" & <c>");
        world.sessions.open(
                BROWSER,
                ActiveSession.of(subject, AssuranceLevel.HIGH, NOW.plusSeconds(60))
                        .withSessionIndex(INDEX));

        HttpAnswer answer = world.flow().start(BROWSER);

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.headers()).containsEntry("Cache-Control", "no-store");
        SentMessage sent = SentMessage.redirected(answer, "SAMLRequest");
        assertThat(sent.target()).isEqualTo(IDP_REDIRECT.toString());
        assertThat(sent.relayState()).isEmpty();
        assertThat(sent.get("@Destination")).isEqualTo(IDP_REDIRECT.toString());
        assertThat(sent.get("@Version")).isEqualTo("2.0");
        assertThat(sent.get("@IssueInstant")).isEqualTo("2026-03-10T09:00:00Z");
        assertThat(sent.get("@NotOnOrAfter")).isEqualTo("2026-03-10T09:05:00Z");
        assertThat(sent.get("@ID")).matches("_[0-9a-f]{40}");
        assertThat(sent.get("Issuer")).isEqualTo(LogoutWorld.ENTITY_ID);
        assertThat(sent.get("NameID")).isEqualTo(ANNA);
        assertThat(sent.get("NameID/@Format")).isEqualTo(NameId.TRANSIENT);
        assertThat(sent.get("NameID/@NameQualifier")).isEqualTo("https://idp.example");
        assertThat(sent.get("NameID/@SPNameQualifier")).isEqualTo("a \"b\" & <c>");
        assertThat(sent.get("SessionIndex")).isEqualTo(INDEX);
    }

    @Test
    void whatTheIdentityProviderDidNotSayIsNotSaid() throws Exception {
        world.sessions.open(BROWSER, ActiveSession.of(NameId.of(ANNA), AssuranceLevel.LOW, NOW.plusSeconds(60)));

        SentMessage sent = SentMessage.redirected(world.flow().start(BROWSER), "SAMLRequest");

        assertThat(sent.xml())
                .doesNotContain("SessionIndex")
                .doesNotContain("Format=")
                .doesNotContain("Qualifier");
    }

    @Test
    void withoutSessionTheBrowserGoesToTheLocalPage() {
        HttpAnswer answer = world.flow().start(BROWSER);

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.headers()).containsEntry("Location", "/farvel");
        assertThat(world.audited).isEmpty();
    }

    @Test
    void expiredSessionIsNone() {
        world.annaLoggedIn().now.set(NOW.plus(Duration.ofHours(8)));

        assertThat(world.flow().start(BROWSER).headers()).containsEntry("Location", "/farvel");
    }

    @Test
    void identityProviderThatTakesOnlyFormsGetsOne() throws Exception {
        world.annaLoggedIn().knowing(LogoutEndpoint.of(SamlBinding.HTTP_POST, IDP_POST));

        SentMessage sent =
                SentMessage.posted(world.flow().start(BROWSER), "SAMLRequest").verifyEnveloped();

        assertThat(sent.target()).isEqualTo(IDP_POST.toString());
        assertThat(sent.get("@Destination")).isEqualTo(IDP_POST.toString());
        assertThat(sent.get("NameID")).isEqualTo(ANNA);
    }

    @Test
    void identityProviderWithoutLogoutIsLeftOut() {
        world.annaLoggedIn().knowing(LogoutEndpoint.of(SamlBinding.SOAP, IDP_POST));

        assertThat(world.flow().start(BROWSER).headers()).containsEntry("Location", "/farvel");
        assertThat(world.isLoggedIn(BROWSER)).isFalse();
    }

    @Test
    void eachRequestHasAnIdOfItsOwn() throws Exception {
        LogoutFlow flow = world.annaLoggedIn().flow();
        String first =
                SentMessage.redirected(flow.start(BROWSER), "SAMLRequest").get("@ID");
        world.annaLoggedIn();

        assertThat(SentMessage.redirected(flow.start(BROWSER), "SAMLRequest").get("@ID"))
                .isNotEqualTo(first);
    }

    @Test
    void auditTrailHasTheLogoutThatBegins() throws Exception {
        String id = SentMessage.redirected(world.annaLoggedIn().flow().start(BROWSER), "SAMLRequest")
                .get("@ID");

        AuditEvent event = world.lastEvent();
        assertThat(event.service()).isEqualTo("login");
        assertThat(event.operation()).isEqualTo("startLogout");
        assertThat(event.at()).isEqualTo(NOW);
        assertThat(event.correlationId()).isEqualTo(id);
        assertThat(event.details())
                .containsEntry("subject", ANNA)
                .containsEntry("sessionIndex", INDEX)
                .containsEntry("level", "SUBSTANTIAL")
                .containsEntry("requestId", id)
                .containsEntry("outcome", "Started");
    }

    @Test
    void sessionHasEndedWhateverGoesWrongAfterwards() {
        ClientSettings silent = ClientSettings.builder()
                .clock(world.clock())
                .audit(event -> {
                    throw new IllegalStateException("the disk of the audit trail is full");
                })
                .build();
        world.annaLoggedIn();

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() ->
                        world.flow(SamlBinding.HTTP_POST, world.store, silent).start(BROWSER))
                .withMessageContaining("disk");
        assertThat(world.isLoggedIn(BROWSER)).isFalse();
    }

    @Test
    void keyThatHasExpiredSignsNothing() {
        world.now.set(NOW.plus(Duration.ofDays(4000)));
        world.sessions.open(
                BROWSER, ActiveSession.of(NameId.of(ANNA), AssuranceLevel.LOW, NOW.plus(Duration.ofDays(4001))));

        assertThatExceptionOfType(CredentialException.class)
                .isThrownBy(() -> world.flow().start(BROWSER));
        assertThat(world.isLoggedIn(BROWSER)).isFalse();
    }
}

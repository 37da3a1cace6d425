package dk.borgerbro.eid.internal.logout;

import static java.nio.charset.StandardCharsets.UTF_8;

import dk.borgerbro.core.config.ClientSettings;
import dk.borgerbro.core.credential.KeyLoader;
import dk.borgerbro.core.credential.OrganisationKey;
import dk.borgerbro.core.id.CvrNumber;
import dk.borgerbro.core.observe.AuditEvent;
import dk.borgerbro.core.store.ExpiringStore;
import dk.borgerbro.eid.AssuranceLevel;
import dk.borgerbro.eid.BrowserSession;
import dk.borgerbro.eid.IncomingRequest;
import dk.borgerbro.eid.internal.opensaml.OpenSamlEngine;
import dk.borgerbro.eid.saml.ActiveSession;
import dk.borgerbro.eid.saml.IdentityProvider;
import dk.borgerbro.eid.saml.LogoutEndpoint;
import dk.borgerbro.eid.saml.NameId;
import dk.borgerbro.eid.saml.SamlBinding;
import dk.borgerbro.testkit.leak.Confidential;
import dk.borgerbro.testkit.nemlogin.ForgedMessage;
import dk.borgerbro.testkit.nemlogin.SamlForge;
import dk.borgerbro.testkit.person.TestOrganisation;
import dk.borgerbro.testkit.pki.TestIdentity;
import dk.borgerbro.testkit.pki.TestPki;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;

/** A service provider that knows one identity provider, with a clock that stands until it is moved. */
final class LogoutWorld {
    static final Instant NOW = Instant.parse("2026-03-10T09:00:00Z");
    static final Duration SKEW = Duration.ofMinutes(3);
    static final Duration AGE = Duration.ofMinutes(5);
    static final URI ADDRESS = URI.create("https://selvbetjening.example/saml/logout");
    static final URI AFTER = URI.create("/farvel");
    static final URI IDP_REDIRECT = URI.create("https://idp.example/slo/redirect/");
    static final URI IDP_REDIRECT_ANSWERS = URI.create("https://idp.example/slo/redirect/done?a=1&b=2");
    static final URI IDP_POST = URI.create("https://idp.example/slo/post/");
    static final String ENTITY_ID = "https://selvbetjening.example/saml";
    static final String ANNA = Confidential.register(
            "NameID", "https://data.gov.dk/model/core/eid/person/uuid/5a1e6d2c-0c5b-4b0e-9d43-2f1d1c6f7a01");
    static final String BO = Confidential.register(
            "NameID", "https://data.gov.dk/model/core/eid/person/uuid/b7c3a0f4-9e7d-4c39-8a55-70e2a3c1d902");
    static final String INDEX = Confidential.register("SessionIndex", "_index-5f0c1d");
    static final BrowserSession BROWSER =
            BrowserSession.of(Confidential.register("session id", "browser-7c1e90ab55d2"));
    static final BrowserSession OTHER_BROWSER =
            BrowserSession.of(Confidential.register("session id", "browser-0f23d4c1aa77"));

    private static final TestPki PKI =
            TestPki.builder().clock(Clock.fixed(NOW, ZoneOffset.UTC)).build();
    private static final TestIdentity SERVICE = PKI.order()
            .organisation(TestOrganisation.MUNICIPALITY.cvr(), "Prøvested Kommune")
            .keyBits(2048)
            .ownKey()
            .issue();
    /** One for all tests, since keys take long to make; each test has its messages from one of the same keys. */
    static final SamlForge FORGE = SamlForge.builder(PKI)
            .clock(Clock.fixed(NOW, ZoneOffset.UTC))
            .keyBits(2048)
            .build();

    final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    final List<AuditEvent> audited = new ArrayList<>();
    final ExpiringStore store;
    final SessionIndex sessions;
    private IdentityProvider identityProvider = provider(
            new LogoutEndpoint(SamlBinding.HTTP_REDIRECT, IDP_REDIRECT, IDP_REDIRECT_ANSWERS),
            LogoutEndpoint.of(SamlBinding.HTTP_POST, IDP_POST));

    LogoutWorld() {
        this.store = ExpiringStore.inMemory(clock(), 1000);
        this.sessions = new SessionIndex(store, "provider");
    }

    static OrganisationKey key() {
        return KeyLoader.defaults().anyDate().key(SERVICE.privateKey(), SERVICE.chain());
    }

    static IdentityProvider provider(LogoutEndpoint... endpoints) {
        IdentityProvider.Builder builder = IdentityProvider.builder(
                        FORGE.entityId(), URI.create("https://idp.example/sso"))
                .signingCertificate(FORGE.signer().certificate())
                .signingCertificate(FORGE.secondSigner().certificate());
        for (LogoutEndpoint endpoint : endpoints) {
            builder.logout(endpoint);
        }
        return builder.build();
    }

    Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return now.get();
            }

            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }
        };
    }

    LogoutWorld knowing(LogoutEndpoint... endpoints) {
        identityProvider = provider(endpoints);
        return this;
    }

    LogoutFlow flow() {
        return flow(SamlBinding.HTTP_POST, store);
    }

    LogoutFlow flow(SamlBinding answerBinding, ExpiringStore over) {
        ClientSettings client = ClientSettings.builder()
                .clock(clock())
                .random(new Random(7))
                .audit(audited::add)
                .build();
        return flow(answerBinding, over, client);
    }

    LogoutFlow flow(SamlBinding answerBinding, ExpiringStore over, ClientSettings client) {
        LogoutSettings settings = new LogoutSettings(
                ENTITY_ID,
                ADDRESS,
                AFTER,
                identityProvider,
                answerBinding,
                key(),
                client,
                new CvrNumber(TestOrganisation.MUNICIPALITY.cvr()),
                SKEW,
                AGE,
                over,
                over,
                "provider");
        return new LogoutFlow(settings, OpenSamlEngine.create(), new SessionIndex(over, "provider"));
    }

    static ActiveSession session(String name) {
        NameId subject = NameId.of(name).withFormat(NameId.PERSISTENT);
        return ActiveSession.of(subject, AssuranceLevel.SUBSTANTIAL, NOW.plus(Duration.ofHours(8)));
    }

    /** Anna is logged in. */
    LogoutWorld annaLoggedIn() {
        sessions.open(BROWSER, session(ANNA).withSessionIndex(INDEX));
        return this;
    }

    boolean isLoggedIn(BrowserSession browser) {
        return sessions.find(browser).isPresent();
    }

    ForgedMessage logoutRequest(String... sessionIndexes) {
        return FORGE.logoutRequest(ADDRESS, ANNA, sessionIndexes);
    }

    static IncomingRequest by(SamlBinding binding, ForgedMessage message) {
        return switch (binding) {
            case HTTP_REDIRECT -> IncomingRequest.get(message.query());
            case HTTP_POST -> form(message.parameter(), message.formValue(), message.relayState());
            case SOAP -> soap(message.soap());
        };
    }

    static IncomingRequest soap(byte[] envelope) {
        return IncomingRequest.post("text/xml; charset=utf-8", new ByteArrayInputStream(envelope));
    }

    static IncomingRequest form(String parameter, String value, String relayState) {
        String body = parameter + "=" + URLEncoder.encode(value, UTF_8)
                + (relayState.isEmpty() ? "" : "&RelayState=" + URLEncoder.encode(relayState, UTF_8));
        return IncomingRequest.post(
                "application/x-www-form-urlencoded", new ByteArrayInputStream(body.getBytes(UTF_8)));
    }

    AuditEvent lastEvent() {
        return audited.get(audited.size() - 1);
    }
}

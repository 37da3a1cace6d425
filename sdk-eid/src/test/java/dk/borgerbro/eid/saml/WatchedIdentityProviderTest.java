package dk.borgerbro.eid.saml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerbro.core.config.ClientSettings;
import dk.borgerbro.core.config.RetryPolicy;
import dk.borgerbro.core.credential.OcesTrust;
import dk.borgerbro.core.credential.Revocation;
import dk.borgerbro.core.error.ConfigurationException;
import dk.borgerbro.core.error.CredentialException;
import dk.borgerbro.core.error.CredentialException.Failure;
import dk.borgerbro.core.error.InvalidMessageException;
import dk.borgerbro.core.error.SdkException;
import dk.borgerbro.core.error.ServiceException;
import dk.borgerbro.core.error.TransportException;
import dk.borgerbro.testkit.nemlogin.ForgedMetadata;
import dk.borgerbro.testkit.nemlogin.SimulatedProfile;
import dk.borgerbro.testkit.pki.RevocationFault;
import dk.borgerbro.testkit.pki.RevocationResponder;
import dk.borgerbro.testkit.pki.TestIdentity;
import dk.borgerbro.testkit.pki.TestPki;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Begins at the system's time, since TLS and answers about revocation are held against it, and moves on by hand. */
class WatchedIdentityProviderTest {
    private static final TestPki TLS = TestPki.create();
    private static final String ENTITY = "https://idp.example";
    private static final URI ENDPOINT = URI.create("https://idp.example/sso/");
    private static final TestIdentity FIRST = TLS.order().issue();
    private static final TestIdentity SECOND = TLS.order().issue();

    private final Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final WatchTime time = new WatchTime(start);
    private final List<String> events = new CopyOnWriteArrayList<>();

    @TempDir
    private Path directory;

    private MetadataServer server;

    @BeforeEach
    void serve() throws IOException {
        server = new MetadataServer(TLS);
        server.gives(metadata(FIRST));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aNewCertificateIsTakenUpInTheBackground() {
        try (WatchedIdentityProvider provider = open()) {
            assertThat(certificates(provider)).containsExactly(FIRST.certificate());
            server.gives(metadata(FIRST, SECOND));
            time.passSleep();

            assertThat(certificates(provider)).containsExactly(FIRST.certificate(), SECOND.certificate());
            assertThat(events).containsExactly("replaced");
            assertThat(provider.health().problems()).isEmpty();
            assertThat(provider.health().isUsable()).isTrue();
        }
    }

    @Test
    void itIsAskedEverySixHoursOrALittleSooner() {
        try (WatchedIdentityProvider provider = open()) {
            for (int i = 0; i < 5; i++) {
                assertThat(time.lastSleep()).isBetween(Duration.ofMinutes(288), Duration.ofHours(6));
                time.passSleep();
            }
            assertThat(server.requests()).isEqualTo(6);
            assertThat(provider.health().loadedAt()).isEqualTo(time.instant());
        }
    }

    @Test
    void loginsGoOnWithTheLastGoodCopyThroughADayOfFailures() {
        try (WatchedIdentityProvider provider = open()) {
            server.fails(500);
            int failures = 0;
            while (time.instant().isBefore(start.plus(Duration.ofDays(1)))) {
                time.passSleep();
                failures++;
            }

            assertThat(provider.current().trustedKeys(time.instant())).hasSize(1);
            assertThat(events).hasSize(failures).containsOnly("failed");
            assertThat(provider.health().failuresInARow()).isEqualTo(failures);
            assertThat(provider.health().isUsable()).isTrue();
            assertThat(provider.health().age(time.instant())).isGreaterThanOrEqualTo(Duration.ofDays(1));
            assertThat(provider.health().problems())
                    .singleElement()
                    .asString()
                    .contains(failures + " times in a row", "those of " + start);

            time.pass(Duration.ofHours(1));
            server.gives(metadata(SECOND));
            time.passSleep();
            assertThat(certificates(provider)).containsExactly(SECOND.certificate());
            assertThat(provider.health().problems()).isEmpty();
        }
    }

    @Test
    void aFailedReadingIsRepeatedSoonerAndThenLessAndLessOften() {
        try (WatchedIdentityProvider provider = open()) {
            server.fails(503);
            List<Long> minutes = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                time.passSleep();
                minutes.add(time.lastSleep().toMinutes());
            }

            assertThat(minutes.get(0)).isLessThanOrEqualTo(1);
            assertThat(minutes.get(3)).isBetween(6L, 8L);
            assertThat(minutes.get(11)).isBetween(288L, 360L);
            assertThat(provider.current().entityId()).isEqualTo(ENTITY);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>vedligehold</html>",
                "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
                "<md:EntityDescriptor xmlns:md='urn:oasis:names:tc:SAML:2.0:metadata' entityID='https://idp.example'/>"
            })
    void garbageAfterAGoodReadingChangesNothing(String garbage) {
        try (WatchedIdentityProvider provider = open()) {
            server.gives(garbage.getBytes(StandardCharsets.UTF_8));

            assertThatThrownBy(provider::refresh).isInstanceOf(SdkException.class);
            assertThat(certificates(provider)).containsExactly(FIRST.certificate());
            assertThat(events).containsExactly("failed");
        }
    }

    @Test
    void metadataOfAnotherProviderOrWithoutUsableKeyChangeNothing() {
        try (WatchedIdentityProvider provider = open()) {
            server.gives(forged(SECOND).withEntityId("https://evil.example").bytes());
            assertThatThrownBy(provider::refresh).isInstanceOf(InvalidMessageException.class);
            server.gives(forged(TLS.order().expired().issue()).bytes());
            assertThatThrownBy(provider::refresh).isInstanceOf(CredentialException.class);
            server.gives(forged().bytes());
            assertThatThrownBy(provider::refresh).isInstanceOf(CredentialException.class);

            assertThat(certificates(provider)).containsExactly(FIRST.certificate());
        }
    }

    @Test
    void aRedirectIsNotFollowed() {
        server.fails(302);

        assertThatThrownBy(this::open).isInstanceOf(ServiceException.class);
    }

    @Test
    void anAnswerLargerThanMetadataAreIsNotRead() {
        server.gives(new byte[5 * 1024 * 1024]);

        assertThatThrownBy(this::open).isInstanceOf(TransportException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost/metadata",
                "ftp://localhost/metadata",
                "metadata",
                "mailto:a@b.example",
                "https://user:secret@localhost/metadata",
                "https://localhost/metadata#part"
            })
    void anAddressThatIsNotHttpsIsRefused(String address) {
        assertThatThrownBy(() -> WatchedIdentityProvider.builder(URI.create(address), trust())
                        .build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void aServerThatNobodyTrustsIsRefused() {
        assertThatThrownBy(() -> builder().tlsAnchors(Set.of(TLS.otherRoot())).build())
                .isInstanceOf(TransportException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT59S", "PT24H1S", "PT0S", "-PT1H"})
    void anIntervalOutOfRangeIsRefused(Duration interval) {
        assertThatThrownBy(() -> builder().interval(interval).build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("interval");
    }

    @Test
    void withoutGoodCopyAFailedFirstReadingIsToldToTheCaller() {
        server.fails(503);

        assertThatThrownBy(this::open).isInstanceOf(ServiceException.class);
        assertThatThrownBy(() -> builder()
                        .lastGoodFile(directory.resolve("never-written.xml"))
                        .build())
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        e -> assertThat(e.getSuppressed()).singleElement().isInstanceOf(CredentialException.class));
    }

    @Test
    void aRestartDuringAnOutageBeginsWithTheLastGoodCopy() throws IOException {
        Path copy = directory.resolve("idp.xml");
        try (WatchedIdentityProvider provider = opened(builder().lastGoodFile(copy))) {
            assertThat(copy).hasBinaryContent(metadata(FIRST));
            server.gives(metadata(FIRST, SECOND));
            provider.refresh();
            assertThat(copy).hasBinaryContent(metadata(FIRST, SECOND));
        }
        time.awaitSleep();
        server.fails(503);
        try (WatchedIdentityProvider provider = opened(builder().lastGoodFile(copy))) {
            assertThat(certificates(provider)).hasSize(2);
            assertThat(provider.health().failuresInARow()).isEqualTo(1);
            assertThat(provider.health().problems()).hasSize(1);
            assertThat(time.lastSleep()).isLessThanOrEqualTo(Duration.ofMinutes(1));
        }
        assertThat(directory).isDirectoryNotContaining(file -> !file.equals(copy));
    }

    @Test
    void theLastGoodCopyMustFulfilTheSameTrust() throws IOException {
        Path copy = Files.write(
                directory.resolve("idp.xml"),
                forged(FIRST).withEntityId("https://evil.example").bytes());
        server.fails(503);

        assertThatThrownBy(() -> builder().lastGoodFile(copy).build()).isInstanceOf(ServiceException.class);
    }

    @Test
    void aCopyThatCannotBeWrittenIsAProblemAndNoObstacle() {
        try (WatchedIdentityProvider provider =
                opened(builder().lastGoodFile(directory.resolve("missing").resolve("idp.xml")))) {
            assertThat(provider.health().problems()).singleElement().asString().contains("cannot be written");
            assertThat(provider.health().isUsable()).isTrue();
        }
    }

    @Test
    void aRevokedCertificateIsDroppedEvenWhileTheMetadataAreOutOfReach() {
        try (RevocationResponder status = RevocationResponder.start()) {
            TestPki pki = TestPki.builder().keysOf(TLS).revocation(status).build();
            TestIdentity first = pki.order().issue();
            TestIdentity second = pki.order().issue();
            server.gives(metadata(first, second));
            try (WatchedIdentityProvider provider = opened(WatchedIdentityProvider.builder(server.address(), oces(pki))
                    .tlsAnchors(Set.of(TLS.root()))
                    .settings(settings())
                    .listener(listener()))) {
                pki.revoke(first.certificate());
                server.fails(503);
                time.passSleep();
                assertThat(certificates(provider)).containsExactly(second.certificate());
                assertThat(events).contains("dropped REVOKED", "replaced");

                pki.revoke(second.certificate());
                assertThatThrownBy(provider::refresh).isInstanceOf(ServiceException.class);
                assertThat(provider.health().isUsable()).isFalse();
                assertThatThrownBy(() -> provider.current().trustedKeys(time.instant()))
                        .isInstanceOf(CredentialException.class)
                        .hasMessageContaining("REVOKED");
            }
        }
    }

    @Test
    void aCertificateWhoseStatusNobodyCanTellForAWhileStaysTrustedAndANewOneDoesNotBecomeSo() {
        try (RevocationResponder status = RevocationResponder.start()) {
            TestPki pki = TestPki.builder().keysOf(TLS).revocation(status).build();
            TestIdentity known = pki.order().issue();
            server.gives(metadata(known));
            try (WatchedIdentityProvider provider = opened(WatchedIdentityProvider.builder(server.address(), oces(pki))
                    .tlsAnchors(Set.of(TLS.root()))
                    .settings(settings())
                    .listener(listener()))) {
                status.ocsp(RevocationFault.SERVER_ERROR).crl(RevocationFault.SERVER_ERROR);
                server.gives(metadata(known, pki.order().issue()));
                provider.refresh();

                assertThat(certificates(provider)).containsExactly(known.certificate());
                assertThat(events).contains("dropped REVOCATION_UNKNOWN");
            }
        }
    }

    @Test
    void aCertificateThatComesToItsEndIsToldOnceForEachThreshold() {
        TestIdentity ending =
                TLS.order().validUntil(start.plus(Duration.ofDays(40))).issue();
        server.gives(metadata(ending, SECOND));
        try (WatchedIdentityProvider provider = open()) {
            assertThat(events).containsExactly("expiring 90");
            time.pass(Duration.ofDays(11));
            provider.refresh();
            provider.refresh();
            time.pass(Duration.ofDays(25));
            provider.refresh();
            assertThat(events).containsExactly("expiring 90", "expiring 30", "expiring 7");
            assertThat(provider.health().problems()).singleElement().asString().contains("comes to its end");

            time.pass(Duration.ofDays(5));
            provider.refresh();
            assertThat(certificates(provider)).containsExactly(SECOND.certificate());
            assertThat(events).contains("dropped EXPIRED");
        }
    }

    @Test
    void whatAListenerThrowsStopsNothing() {
        IdentityProviderListener broken = new IdentityProviderListener() {
            @Override
            public void replaced(IdentityProvider before, IdentityProvider after) {
                throw new IllegalStateException("broken alarm");
            }
        };
        try (WatchedIdentityProvider provider = opened(builder().listener(broken))) {
            server.gives(metadata(SECOND));
            time.passSleep();
            assertThat(certificates(provider)).containsExactly(SECOND.certificate());
        }
    }

    @Test
    void metadataThatSayHowLongTheyMayBeKeptAreReadSooner() {
        server.gives(
                forged(FIRST).change(root -> root.set("@cacheDuration", "PT1H")).bytes());
        try (WatchedIdentityProvider provider = open()) {
            assertThat(provider.current().cacheDuration()).contains(Duration.ofHours(1));
            assertThat(time.lastSleep()).isBetween(Duration.ofMinutes(48), Duration.ofHours(1));
        }
    }

    @Test
    void manyWhoAskAtOnceShareOneReading() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(8);
        CountDownLatch gate = new CountDownLatch(1);
        try (WatchedIdentityProvider provider = open()) {
            int before = server.requests();
            server.waitsFor(gate);
            CountDownLatch started = new CountDownLatch(8);
            Callable<Boolean> refresh = () -> {
                started.countDown();
                provider.refresh();
                return true;
            };
            List<Future<Boolean>> results = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                results.add(callers.submit(refresh));
            }
            started.await();
            assertThat(provider.current().entityId()).isEqualTo(ENTITY);
            gate.countDown();
            for (Future<Boolean> result : results) {
                assertThat(result.get()).isTrue();
            }
            assertThat(server.requests() - before).isBetween(1, 8);
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void closingEndsTheThreadAndKeepsWhatIsKnown() {
        WatchedIdentityProvider provider = open();
        provider.close();
        time.awaitSleep();

        assertThat(time.wasInterrupted()).isTrue();
        assertThat(provider.current().entityId()).isEqualTo(ENTITY);
        assertThatCode(provider::close).doesNotThrowAnyException();
        assertThat(provider).hasToString("WatchedIdentityProvider(" + ENTITY + ")");
    }

    @Test
    void aFileIsFollowedToo() throws IOException {
        Path file = Files.write(directory.resolve("idp.xml"), metadata(FIRST));
        try (WatchedIdentityProvider provider = opened(WatchedIdentityProvider.builder(file, trust())
                .settings(settings())
                .listener(listener()))) {
            assertThat(time.lastSleep()).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5));
            Files.write(file, metadata(SECOND));
            time.passSleep();
            assertThat(certificates(provider)).containsExactly(SECOND.certificate());

            Files.delete(file);
            time.passSleep();
            assertThat(certificates(provider)).containsExactly(SECOND.certificate());
            assertThat(events).containsExactly("replaced", "failed");
        }
    }

    @Test
    void anUnchangedFileIsJudgedAnewEverySixHoursOnly() throws IOException {
        try (RevocationResponder status = RevocationResponder.start()) {
            TestPki pki = TestPki.builder().keysOf(TLS).revocation(status).build();
            Path file = Files.write(
                    directory.resolve("idp.xml"), metadata(pki.order().issue()));
            try (WatchedIdentityProvider provider =
                    opened(WatchedIdentityProvider.builder(file, oces(pki)).settings(settings()))) {
                int asked = status.ocspRequests();
                provider.refresh();
                assertThat(status.ocspRequests()).isEqualTo(asked);
                time.pass(Duration.ofHours(6));
                provider.refresh();
                assertThat(status.ocspRequests()).isGreaterThan(asked);
            }
        }
    }

    private WatchedIdentityProvider open() {
        return opened(builder());
    }

    private WatchedIdentityProvider opened(WatchedIdentityProvider.Builder builder) {
        WatchedIdentityProvider provider = builder.build();
        time.awaitSleep();
        return provider;
    }

    private WatchedIdentityProvider.Builder builder() {
        return WatchedIdentityProvider.builder(server.address(), trust())
                .tlsAnchors(Set.of(TLS.root()))
                .settings(settings())
                .listener(listener());
    }

    private static IdentityProviderTrust trust() {
        return IdentityProviderTrust.withoutChain().withEntityId(ENTITY);
    }

    private static IdentityProviderTrust oces(TestPki pki) {
        return IdentityProviderTrust.oces(OcesTrust.builder(Revocation.HARD)
                .root(pki.root())
                .issuer(pki.issuing())
                .build());
    }

    private ClientSettings settings() {
        return ClientSettings.builder()
                .clock(time)
                .sleeper(time)
                .retry(RetryPolicy.none())
                .build();
    }

    private IdentityProviderListener listener() {
        return new IdentityProviderListener() {
            @Override
            public void replaced(IdentityProvider before, IdentityProvider after) {
                events.add("replaced");
            }

            @Override
            public void refreshFailed(SdkException why, IdentityProvider kept) {
                events.add("failed");
            }

            @Override
            public void certificateDropped(Failure why) {
                events.add("dropped " + why.reason());
            }

            @Override
            public void certificateExpiring(CertificateDescription certificate, int days) {
                events.add("expiring " + days);
            }
        };
    }

    private static List<X509Certificate> certificates(WatchedIdentityProvider provider) {
        return provider.current().signingCertificates();
    }

    private static ForgedMetadata forged(TestIdentity... identities) {
        X509Certificate[] certificates = new X509Certificate[identities.length];
        for (int i = 0; i < identities.length; i++) {
            certificates[i] = identities[i].certificate();
        }
        return ForgedMetadata.of(ENTITY, ENDPOINT, SimulatedProfile.OIO_3_0, certificates);
    }

    private static byte[] metadata(TestIdentity... identities) {
        return forged(identities).bytes();
    }
}

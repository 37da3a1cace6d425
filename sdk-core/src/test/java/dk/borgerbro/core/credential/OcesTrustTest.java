package dk.borgerbro.core.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.borgerbro.core.error.ConfigurationException;
import dk.borgerbro.core.error.CredentialException.Reason;
import dk.borgerbro.testkit.pki.RevocationResponder;
import dk.borgerbro.testkit.pki.TestIdentity;
import dk.borgerbro.testkit.pki.TestPki;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is trusted; what the status service says stands in {@link OcesTrustRevocationTest}. */
class OcesTrustTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final RevocationResponder STATUS = RevocationResponder.start();
    private static final TestPki PKI =
            TestPki.builder().clock(CLOCK).revocation(STATUS).build();
    private static final TestIdentity SYSTEM = PKI.order().issue();
    private static final OcesTrust TRUST = trust().build();

    @TempDir
    private Path directory;

    @AfterAll
    static void stop() {
        STATUS.close();
    }

    @Test
    void aCertificateOfTheHierarchyIsGenuine() {
        OcesTrust.Verified verified = TRUST.verify(SYSTEM.chain());

        assertThat(verified.certificate().certificate()).isEqualTo(SYSTEM.certificate());
        assertThat(verified.path()).containsExactly(SYSTEM.certificate(), PKI.issuing());
        assertThat(verified.revocationKnown()).isTrue();
        assertThat(TRUST.verify(PKI.employee("99000007", "Prøvested Kommune", "Ane", "Prøvesen")
                                .chain())
                        .certificate()
                        .kind())
                .isEqualTo(OcesCertificate.Kind.EMPLOYEE);
    }

    @Test
    void theOrderOfIssuersDoesNotMatterAndTheRootNeedNotBeSent() {
        X509Certificate stranger = PKI.server().certificate();

        assertThat(TRUST.verify(List.of(SYSTEM.certificate(), PKI.root(), stranger, PKI.issuing()))
                        .path())
                .hasSize(2);
        assertThat(TRUST.verify(List.of(SYSTEM.certificate(), PKI.issuing())).path())
                .hasSize(2);
    }

    @Test
    void aCertificateWithoutIssuersNeedsThemToBeKnown() {
        Failures.one(() -> TRUST.verify(SYSTEM.certificate()), Reason.UNTRUSTED);
        assertThat(trust().issuer(PKI.issuing())
                        .build()
                        .verify(SYSTEM.certificate())
                        .path())
                .containsExactly(SYSTEM.certificate(), PKI.issuing());
    }

    @Test
    void datesAreChecked() {
        Failures.one(() -> TRUST.verify(PKI.order().expired().issue().chain()), Reason.EXPIRED);
        Failures.one(() -> TRUST.verify(PKI.order().notYetValid().issue().chain()), Reason.NOT_YET_VALID);
        OcesTrust later =
                trust().clock(Clock.offset(CLOCK, Duration.ofDays(7 * 365))).build();
        TestIdentity outlivesItsIssuer =
                PKI.order().valid(NOW, NOW.plus(Duration.ofDays(8 * 365))).issue();
        Failures.one(() -> later.verify(outlivesItsIssuer.chain()), Reason.UNTRUSTED);
    }

    @Test
    void foreignIssuersAreRefused() {
        Failures.one(() -> TRUST.verify(PKI.order().selfSigned().issue().chain()), Reason.UNTRUSTED);
        assertThat(Failures.one(
                                () -> TRUST.verify(
                                        PKI.order().byOtherAuthority().issue().chain()),
                                Reason.UNTRUSTED)
                        .detail())
                .contains("its issuer is", "udstedende-CA 1", "test or production");
        // A known issuer is a help in finding the path and never a reason to trust.
        X509Certificate otherIssuing =
                PKI.order().byOtherAuthority().issue().chain().get(1);
        Failures.one(
                () -> trust().issuer(otherIssuing)
                        .build()
                        .verify(PKI.order().byOtherAuthority().issue().certificate()),
                Reason.UNTRUSTED);
    }

    @Test
    void anAuthorityBelowTheIssuingOneIsRefusedByItsPathLength() {
        Failures.one(
                () -> TRUST.verify(PKI.order().belowExtraAuthority().issue().chain()), Reason.UNTRUSTED);
    }

    @Test
    void anOrganisationMayNotIssue() {
        Failures.one(() -> TRUST.verify(PKI.order().signedBy(SYSTEM).issue().chain()), Reason.UNTRUSTED);
    }

    @Test
    void anotherPolicyIsRefused() {
        TestIdentity other = PKI.order().policy("1.2.208.169.1.1.1.9.7").issue();

        assertThat(Failures.one(() -> TRUST.verify(other.chain()), Reason.UNTRUSTED)
                        .detail())
                .contains(OcesPolicies.ORGANISATION);
        Failures.one(() -> TRUST.verify(PKI.server().chain()), Reason.UNTRUSTED);
        assertThat(trust().policies(List.of("1.2.208.169.1.1.1.9.7"))
                        .build()
                        .verify(other.chain())
                        .path())
                .hasSize(2);
    }

    @Test
    void anAuthorityIsNoOrganisation() {
        OcesTrust anyPolicy = trust().build();

        assertThat(Failures.one(() -> anyPolicy.verify(List.of(PKI.issuing(), PKI.root())), Reason.UNTRUSTED)
                        .detail())
                .contains("authority");
    }

    @Test
    void nothingAndTooMuchAreRefused() {
        Failures.one(() -> TRUST.verify(List.of()), Reason.NO_ENTRY);
        List<X509Certificate> twenty = new ArrayList<>(SYSTEM.chain());
        twenty.addAll(Collections.nCopies(17, PKI.issuing()));
        assertThat(TRUST.verify(twenty).path()).hasSize(2);
        twenty.add(PKI.issuing());
        assertThat(Failures.one(() -> TRUST.verify(twenty), Reason.UNTRUSTED).detail())
                .contains("more than 20");
    }

    @Test
    void theErrorNamesKindAndNumberAndNobody() {
        TestIdentity employee = PKI.order()
                .employee("99000007", "Prøvested Kommune", "Ane", "Prøvesen")
                .byOtherAuthority()
                .issue();

        assertThatThrownBy(() -> TRUST.verify(employee.chain()))
                .hasMessageContaining("certificate of EMPLOYEE with CVR 99000007")
                .hasMessageNotContaining("Prøvesen");
    }

    @Test
    void testAndProductionAreNeverTrustedTogether() {
        TestPki production = TestPki.builder().clock(CLOCK).productionNames().build();

        assertThat(problems(OcesTrust.builder(Revocation.HARD).root(PKI.root()).root(production.root())))
                .singleElement()
                .asString()
                .contains("must not be trusted together");
        Failures.one(
                () -> OcesTrust.builder(Revocation.HARD)
                        .root(production.root())
                        .clock(CLOCK)
                        .build()
                        .verify(SYSTEM.chain()),
                Reason.UNTRUSTED);
    }

    @Test
    void everyProblemOfASetupIsTold() {
        assertThat(problems(
                        OcesTrust.builder(Revocation.SOFT).policies(List.of()).timeout(Duration.ZERO)))
                .containsExactly("give at least one root", "give at least one policy", "timeout must be positive");
        assertThat(problems(OcesTrust.builder(Revocation.SOFT).root(SYSTEM.certificate())))
                .contains("a root must be an authority's certificate");
    }

    @Test
    void aRootIsPinnedByItsFingerprint() throws Exception {
        byte[] der = PKI.root().getEncoded();
        String fingerprint = HexFormat.ofDelimiter(":")
                .withUpperCase()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(der));
        Path file = Files.write(directory.resolve("root.cer"), der);

        assertThat(trustNobody()
                        .root(file, fingerprint)
                        .build()
                        .verify(SYSTEM.chain())
                        .path())
                .hasSize(2);
        assertThat(trustNobody()
                        .root(PKI.root(), fingerprint.toLowerCase(Locale.ROOT).replace(":", " "))
                        .build()
                        .verify(SYSTEM.chain())
                        .path())
                .hasSize(2);
        assertThat(problems(trustNobody().root(PKI.otherRoot(), fingerprint)))
                .singleElement()
                .asString()
                .contains("fingerprint");
        assertThat(problems(trustNobody().root(PKI.root(), fingerprint.substring(0, 20))))
                .hasSize(1);
    }

    @Test
    void aRootFileThatHoldsNoCertificateIsRefused() throws Exception {
        Path file = Files.write(directory.resolve("root.cer"), "<html>".getBytes(StandardCharsets.UTF_8));

        Failures.one(() -> trustNobody().root(file, "00"), Reason.MALFORMED);
        Failures.one(() -> trustNobody().root(directory.resolve("missing.cer"), "00"), Reason.NOT_READABLE);
    }

    private static OcesTrust.Builder trustNobody() {
        return OcesTrust.builder(Revocation.HARD).clock(CLOCK);
    }

    private static OcesTrust.Builder trust() {
        return trustNobody().root(PKI.root());
    }

    private static List<String> problems(OcesTrust.Builder builder) {
        return catchThrowableOfType(ConfigurationException.class, builder::build)
                .problems();
    }
}

package dk.borgerbro.core.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerbro.core.error.CredentialException.Reason;
import dk.borgerbro.testkit.pki.RevocationFault;
import dk.borgerbro.testkit.pki.RevocationResponder;
import dk.borgerbro.testkit.pki.TestIdentity;
import dk.borgerbro.testkit.pki.TestPki;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs on the system's clock: that is what the JDK holds OCSP answers against. */
class OcesTrustRevocationTest {

    private static final TestPki KEYS = TestPki.create();

    // One service and one hierarchy for each test: the JDK keeps revocation lists for half a minute.
    private final RevocationResponder status = RevocationResponder.start();
    private final TestPki pki =
            TestPki.builder().keysOf(KEYS).revocation(status).build();
    private final TestIdentity system = pki.order().issue();

    @AfterEach
    void stop() {
        status.close();
    }

    @ParameterizedTest
    @EnumSource(Revocation.class)
    void aRevokedCertificateIsRefusedByOcsp(Revocation revocation) {
        pki.revoke(system.certificate());

        Failures.one(() -> trust(revocation).verify(system.chain()), Reason.REVOKED);
        assertThat(status.crlRequests()).isZero();
    }

    @Test
    void aServiceThatTakesNoGetIsAskedByPost() {
        status.ocsp(RevocationFault.GET_NOT_FOUND).crl(RevocationFault.SERVER_ERROR);

        assertThat(trust(Revocation.HARD).verify(system.chain()).revocationKnown())
                .isTrue();
        pki.revoke(system.certificate());
        Failures.one(() -> trust(Revocation.HARD).verify(system.chain()), Reason.REVOKED);
    }

    @ParameterizedTest
    @EnumSource(Revocation.class)
    void aRevokedIssuerIsEnough(Revocation revocation) {
        pki.revoke(pki.issuing());

        Failures.one(() -> trust(revocation).verify(system.chain()), Reason.REVOKED);
    }

    @ParameterizedTest
    @EnumSource(
            value = RevocationFault.class,
            names = {"SERVER_ERROR", "GARBAGE", "UNKNOWN", "WRONG_SIGNER", "STALE"})
    void theListDecidesWhereOcspGivesNoUsableAnswer(RevocationFault fault) {
        status.ocsp(fault);

        assertThat(trust(Revocation.HARD).verify(system.chain()).revocationKnown())
                .isTrue();
        assertThat(status.ocspRequests()).isPositive();
        assertThat(status.crlRequests()).isPositive();
    }

    @ParameterizedTest
    @EnumSource(Revocation.class)
    void aRevokedCertificateIsRefusedByTheListToo(Revocation revocation) {
        status.ocsp(RevocationFault.SERVER_ERROR);
        pki.revoke(system.certificate());

        Failures.one(() -> trust(revocation).verify(system.chain()), Reason.REVOKED);
    }

    @ParameterizedTest
    @EnumSource(
            value = RevocationFault.class,
            names = {"SERVER_ERROR", "GARBAGE", "UNKNOWN", "WRONG_SIGNER", "STALE"})
    void nobodyKnowingIsRefusedHardAndToldSoft(RevocationFault fault) {
        status.ocsp(fault).crl(fault);

        Failures.one(() -> trust(Revocation.HARD).verify(system.chain()), Reason.REVOCATION_UNKNOWN);
        assertThat(trust(Revocation.SOFT).verify(system.chain()).revocationKnown())
                .isFalse();
    }

    @Test
    void aServiceThatNeverAnswersHoldsNobodyLongerThanTheLimit() {
        status.ocsp(RevocationFault.NO_ANSWER);

        assertThat(Failures.one(
                                () -> trust(Revocation.HARD, Duration.ofMillis(200))
                                        .verify(system.chain()),
                                Reason.REVOCATION_UNKNOWN)
                        .detail())
                .contains("PT0.2S");
        assertThat(trust(Revocation.SOFT, Duration.ofMillis(200))
                        .verify(system.chain())
                        .revocationKnown())
                .isFalse();
    }

    @Test
    void questionsDoNotPileUp() {
        status.ocsp(RevocationFault.NO_ANSWER);
        OcesTrust trust = trust(Revocation.HARD, Duration.ofMillis(1));
        for (int i = 0; i < 16; i++) {
            Failures.one(() -> trust.verify(system.chain()), Reason.REVOCATION_UNKNOWN);
        }

        assertThat(Failures.one(() -> trust.verify(system.chain()), Reason.REVOCATION_UNKNOWN)
                        .detail())
                .contains("too many questions");
    }

    @Test
    void theApplicationMayBringItsOwnThreads() {
        OcesTrust inTheCallersThread = OcesTrust.builder(Revocation.HARD)
                .root(pki.root())
                .executor(Runnable::run)
                .build();
        OcesTrust full = OcesTrust.builder(Revocation.SOFT)
                .root(pki.root())
                .executor(task -> {
                    throw new RejectedExecutionException("full");
                })
                .build();

        assertThat(inTheCallersThread.verify(system.chain()).revocationKnown()).isTrue();
        assertThat(full.verify(system.chain()).revocationKnown()).isFalse();
    }

    @Test
    void anInterruptedThreadStaysInterrupted() {
        Thread.currentThread().interrupt();
        try {
            assertThat(Failures.one(() -> trust(Revocation.HARD).verify(system.chain()), Reason.REVOCATION_UNKNOWN)
                            .detail())
                    .contains("interrupted");
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
    }

    private OcesTrust trust(Revocation revocation) {
        return trust(revocation, Duration.ofSeconds(60));
    }

    private OcesTrust trust(Revocation revocation, Duration timeout) {
        return OcesTrust.builder(revocation).root(pki.root()).timeout(timeout).build();
    }
}

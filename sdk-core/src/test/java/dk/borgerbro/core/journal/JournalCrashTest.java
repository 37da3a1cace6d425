package dk.borgerbro.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerbro.core.internal.jdbc.PostgresServer;
import dk.borgerbro.core.internal.jdbc.TestDatabase;
import dk.borgerbro.core.journal.Claim.Verdict;
import dk.borgerbro.core.journal.CrashingSender.Step;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A process that dies between any two steps of sending leaves a journal that tells the truth. */
@ExtendWith(PostgresServer.class)
class JournalCrashTest {
    @TempDir
    private Path directory;

    private final TestClock clock = new TestClock(CrashingSender.NOW);

    @ParameterizedTest
    @EnumSource
    void h2FileTellsTheTruthAfterACrash(Step death) throws Exception {
        try (TestDatabase database = TestDatabase.h2File(directory)) {
            JournalSchema.create(database.dataSource());
        }
        crash(TestDatabase.h2FileUrl(directory), death);
        try (TestDatabase database = TestDatabase.h2File(directory)) {
            assertTruth(Journal.jdbc(database.dataSource(), clock), death);
        }
    }

    @ParameterizedTest
    @EnumSource
    void postgresTellsTheTruthAfterACrash(Step death, TestDatabase database) throws Exception {
        JournalSchema.create(database.dataSource());
        crash(database.url(), death);
        assertTruth(Journal.jdbc(database.dataSource(), clock), death);
    }

    private void crash(String url, Step death) throws Exception {
        assertThat(ChildJvm.run(
                        CrashingSender.class, url, death.name(), sentFile().toString()))
                .isEqualTo(ChildJvm.HALTED);
    }

    private void assertTruth(Journal journal, Step death) {
        boolean sent = death.compareTo(Step.AFTER_SENDING) >= 0;
        assertThat(Files.exists(sentFile())).isEqualTo(sent);
        switch (death) {
            case BEFORE_CLAIM, BEFORE_COMMIT_OF_CLAIM -> {
                assertThat(journal.find(CrashingSender.KEY)).isEmpty();
                assertThat(claim(journal).verdict()).isEqualTo(Verdict.SEND);
            }
            case AFTER_CLAIM, AFTER_SENDING, BEFORE_COMMIT_OF_SETTLE -> {
                assertThat(claim(journal).verdict()).isEqualTo(Verdict.BUSY);
                clock.advance(JournalContract.LEASE);
                List<Claim> lost = journal.claimUnresolved("digitalpost", clock.instant(), JournalContract.LEASE, 10);
                assertThat(lost).hasSize(1).allSatisfy(claim -> {
                    assertThat(claim.verdict()).isEqualTo(Verdict.RESOLVE);
                    assertThat(claim.entry().state()).isEqualTo(JournalState.UNKNOWN);
                    assertThat(claim.entry().wireIds()).isEqualTo(CrashingSender.WIRE_IDS);
                });
            }
            case AFTER_SETTLE -> {
                Claim claim = claim(journal);
                assertThat(claim.verdict()).isEqualTo(Verdict.DONE);
                assertThat(claim.entry().answer()).isEqualTo("receipt");
            }
        }
    }

    private Claim claim(Journal journal) {
        return journal.claim(
                CrashingSender.KEY, JournalContract.DIGEST, CrashingSender.WIRE_IDS, JournalContract.LEASE);
    }

    private Path sentFile() {
        return directory.resolve("sent");
    }
}

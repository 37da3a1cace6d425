package dk.borgerbro.core.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dk.borgerbro.core.error.Responsibility;
import dk.borgerbro.core.error.StorageException;
import dk.borgerbro.core.internal.jdbc.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every journal in a database does besides. */
abstract class JdbcJournalContract extends JournalContract {
    final TestDatabase database;

    JdbcJournalContract(TestDatabase database) {
        this.database = database;
        JournalSchema.create(database.dataSource());
    }

    @Override
    Journal open() {
        return Journal.jdbc(database.dataSource(), clock);
    }

    @Test
    void creatingTheTablesAgainKeepsWhatTheyHold() {
        open().claim(key("brev-1"), DIGEST, Map.of(), LEASE);

        JournalSchema.create(database.dataSource());

        assertThat(open().find(key("brev-1"))).isPresent();
    }

    @Test
    void missingTablesAreReportedWithTheFix() throws SQLException {
        database.run("drop table borgerbro_journal_wire_id");
        database.run("drop table borgerbro_journal");

        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> open().find(key("brev-1")))
                .withMessageContaining("journal.find failed in the database (SQLState 42")
                .withMessageContaining("apply the script")
                .satisfies(e -> assertThat(e.isRetryable()).isFalse())
                .satisfies(e -> assertThat(e.responsibility()).isEqualTo(Responsibility.SETUP));
    }

    @Test
    void faultsOfTheDatabaseNeverQuoteWhatItHolds() throws SQLException {
        Claim claim = open().claim(key("brev-1"), DIGEST, Map.of(), LEASE);
        database.run("alter table borgerbro_journal add constraint no_secret check (answer <> '010190-0000')");

        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> open().settle(claim, JournalState.ACCEPTED, "010190-0000"))
                .withMessageContaining("journal.settle failed in the database (SQLState 23")
                .satisfies(e -> assertThat(stackTrace(e)).doesNotContain("010190", DIGEST));
        assertThat(open().find(key("brev-1")))
                .hasValueSatisfying(entry -> assertThat(entry.state()).isEqualTo(JournalState.STARTED));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void borrowedConnectionIsGivenBackInItsMode(boolean autoCommit) throws SQLException {
        try (OneConnection source = new OneConnection(database.dataSource(), autoCommit)) {
            Journal journal = Journal.jdbc(source, clock);
            journal.claim(key("brev-1"), DIGEST, Map.of("id", "1"), LEASE);
            assertThat(source.autoCommit()).isEqualTo(autoCommit);
            journal.claimUnresolved("digitalpost", clock.instant(), LEASE, 1);
            assertThatExceptionOfType(RuntimeException.class)
                    .isThrownBy(() -> journal.claim(key("brev-2"), DIGEST, Map.of("id", "1"), LEASE));

            assertThat(source.autoCommit()).isEqualTo(autoCommit);
            assertThat(source.borrowed()).isZero();
        }
    }

    @Test
    void nobodyWaitsForAnEventThatAnotherNodeHoldsLocked() throws SQLException {
        Journal journal = open();
        for (String name : List.of("first", "second")) {
            journal.settle(journal.claim(key(name), DIGEST, Map.of(), LEASE), JournalState.UNKNOWN, "");
        }
        try (Connection other = database.dataSource().getConnection()) {
            other.setAutoCommit(false);
            try (var statement = other.createStatement()) {
                statement.executeUpdate("update borgerbro_journal set claims = 7 where event_key = 'first'");
            }

            assertThat(journal.claimUnresolved("digitalpost", clock.instant(), LEASE, 10))
                    .extracting(claim -> claim.entry().key())
                    .containsExactly(key("second"));
            other.rollback();
        }
    }

    private static String stackTrace(Throwable e) {
        java.io.StringWriter text = new java.io.StringWriter();
        e.printStackTrace(new java.io.PrintWriter(text, true));
        return text.toString();
    }
}

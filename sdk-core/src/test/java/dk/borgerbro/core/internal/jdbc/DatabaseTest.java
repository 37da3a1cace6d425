package dk.borgerbro.core.internal.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dk.borgerbro.core.error.ConfigurationException;
import dk.borgerbro.core.error.SdkException;
import dk.borgerbro.core.error.StorageException;
import dk.borgerbro.core.journal.Journal;
import dk.borgerbro.core.store.ExpiringStore;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTest {
    private static final Clock CLOCK = Clock.systemUTC();

    private static <T> T answering(Class<T> type, java.util.function.Function<String, Object> answers) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, values) -> {
                    Object answer = answers.apply(method.getName());
                    if (answer instanceof SQLException fault) {
                        throw fault;
                    }
                    return answer;
                }));
    }

    private static DataSource failing(SQLException fault) {
        return answering(DataSource.class, method -> fault);
    }

    @Test
    void databaseOfAnotherKindIsRefused() {
        DatabaseMetaData oracle = answering(DatabaseMetaData.class, method -> "Oracle");
        Connection connection = answering(Connection.class, method -> method.equals("getMetaData") ? oracle : null);
        DataSource source = answering(DataSource.class, method -> connection);

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Journal.jdbc(source, CLOCK))
                .withMessageContaining("Oracle; use H2 or PostgreSQL");
    }

    @Test
    void h2FileThatWritesWithDelayIsRefused(@TempDir Path directory) {
        String url = "jdbc:h2:file:" + directory.resolve("delayed");
        var pool = TestDatabase.pool(url);
        try {
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(() -> Journal.jdbc(pool, CLOCK))
                    .withMessageContaining("WRITE_DELAY=0");
            assertThatExceptionOfType(ConfigurationException.class).isThrownBy(() -> ExpiringStore.jdbc(pool, CLOCK));
        } finally {
            pool.dispose();
        }
    }

    @Test
    void databaseThatCannotBeReachedIsATypedErrorWithoutTheDriversText() {
        SQLException fault = new SQLTransientConnectionException("user 'sa' with password 'hunter2'", "08001");

        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> Journal.jdbc(failing(fault), CLOCK))
                .withMessageContaining("journal.build failed in the database (SQLState 08001)")
                .withMessageContaining("check that the database is up")
                .satisfies(e -> assertThat(e.isRetryable()).isTrue())
                .satisfies(e -> assertThat(e.getCause())
                        .hasMessageNotContaining("hunter2")
                        .hasNoCause());
    }

    @ParameterizedTest
    @CsvSource({
        "08006, true",
        "40001, true",
        "53300, true",
        "57014, true",
        "HYT00, true",
        "42P01, false",
        "42501, false",
        "22001, false"
    })
    void onlyPassingFaultsAreRetryable(String state, boolean retryable) {
        assertThatExceptionOfType(SdkException.class)
                .isThrownBy(() -> Journal.jdbc(failing(new SQLException("", state)), CLOCK))
                .satisfies(e -> assertThat(e.isRetryable()).isEqualTo(retryable));
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "23505"})
    void lostRaceIsBegunAnewAndGivenUpInTheEnd(String state) {
        try (TestDatabase h2 = TestDatabase.h2InMemory()) {
            Database database = Database.over(h2.dataSource(), "journal");
            AtomicInteger runs = new AtomicInteger();

            String result = database.transact("claim", session -> {
                if (runs.incrementAndGet() < 3) {
                    throw new SQLException("", state);
                }
                return "won";
            });

            assertThat(result).isEqualTo("won");
            assertThat(runs).hasValue(3);
            runs.set(0);
            assertThatExceptionOfType(StorageException.class)
                    .isThrownBy(() -> database.transact("claim", session -> {
                        runs.incrementAndGet();
                        throw new SQLException("", state);
                    }));
            assertThat(runs).hasValue(10);
        }
    }

    @Test
    void whatFailsIsRolledBackWhateverIsThrown() throws SQLException {
        try (TestDatabase h2 = TestDatabase.h2InMemory()) {
            h2.run("create table t (a integer)");
            Database database = Database.over(h2.dataSource(), "journal");

            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> database.transact("claim", session -> {
                        session.update("insert into t values (1)");
                        throw new IllegalStateException();
                    }));

            assertThat(h2.run("delete from t")).isZero();
        }
    }
}

package dk.borgerbro.core.internal.jdbc;

import dk.borgerbro.core.error.ConfigurationException;
import dk.borgerbro.core.error.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Runs short transactions on connections of a data source. Thread-safe.
 *
 * <p>A transaction that lost against another one (serialisation failure, deadlock, a row of the same key inserted meanwhile) is begun
 * anew, so its work must look before it inserts and touch nothing but the session.
 */
public final class Database {
    private static final int RUNS = 10;

    private final DataSource dataSource;
    private final Dialect dialect;
    private final String subject;

    private Database(DataSource dataSource, Dialect dialect, String subject) {
        this.dataSource = dataSource;
        this.dialect = dialect;
        this.subject = subject;
    }

    /**
     * {@return the database behind a data source}
     *
     * @param subject what stands in it, as messages begin, such as {@code journal}
     * @throws ConfigurationException if the database is of another kind
     * @throws StorageException if it cannot be reached
     */
    public static Database over(DataSource dataSource, String subject) {
        try (Connection connection = dataSource.getConnection()) {
            return new Database(dataSource, Dialect.of(connection, subject), subject);
        } catch (SQLException e) {
            throw SqlFaults.describe(subject, "build", e);
        }
    }

    /**
     * {@return what the work returns, once it is committed}
     *
     * @param operation name of the step for messages
     * @throws StorageException if the database fails
     */
    public <T> T transact(String operation, Work<T> work) {
        return transact(operation, work, null);
    }

    /**
     * {@return what the work returns, once it is committed}
     *
     * @param operation name of the step for messages
     * @param taken the error if the work keeps inserting a value that another row has
     * @throws StorageException if the database fails
     */
    public <T> T transact(String operation, Work<T> work, @Nullable Supplier<? extends RuntimeException> taken) {
        int run = 1;
        while (true) {
            try {
                return run(work);
            } catch (SQLException e) {
                if (run == RUNS || !SqlFaults.isWorthAnotherRun(e)) {
                    throw taken != null && SqlFaults.isUniqueViolation(e)
                            ? taken.get()
                            : SqlFaults.describe(subject, operation, e);
                }
                run++;
            }
        }
    }

    /**
     * Runs the script for this kind of database that lies beside a class.
     *
     * @throws StorageException if the database fails
     */
    public void runScript(Class<?> beside) {
        String script = read(beside);
        transact("createTables", session -> session.execute(script));
    }

    private <T> T run(Work<T> work) throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            return run(work, connection);
        } finally {
            quietly(connection::close);
        }
    }

    private <T> T run(Work<T> work, Connection connection) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        boolean committed = false;
        try {
            T result = work.in(new Session(connection, dialect));
            connection.commit();
            committed = true;
            return result;
        } finally {
            if (committed) {
                quietly(() -> connection.setAutoCommit(autoCommit));
            } else {
                // In this order: switching autocommit on commits what is open.
                quietly(() -> {
                    connection.rollback();
                    connection.setAutoCommit(autoCommit);
                });
            }
        }
    }

    /** What was committed stays so, and what failed is being thrown already; a pool drops the broken connection. */
    private static void quietly(Step step) {
        try {
            step.run();
        } catch (SQLException broken) {
            // See above.
        }
    }

    private String read(Class<?> beside) {
        try (InputStream script = beside.getResourceAsStream(dialect.script())) {
            return new String(Objects.requireNonNull(script, dialect.script()).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What happens between begin and commit. */
    @FunctionalInterface
    public interface Work<T> {
        /** {@return the result} */
        T in(Session session) throws SQLException;
    }

    /** Tidying up. */
    @FunctionalInterface
    private interface Step {
        void run() throws SQLException;
    }
}

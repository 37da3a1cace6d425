package dk.borgerbro.core.internal.jdbc;

import dk.borgerbro.core.error.ConfigurationException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** The databases whose locking we know and test. All statements are the same; only scripts and time limits differ. */
enum Dialect {
    /** Waits for a lock at most its LOCK_TIMEOUT (2 s by default); a query time limit would stick to the connection. */
    H2("h2.sql", 0),
    /** Waits for a lock for ever, so every statement has a limit. */
    POSTGRESQL("postgresql.sql", 10);

    private final String script;
    private final int statementLimitSeconds;

    Dialect(String script, int statementLimitSeconds) {
        this.script = script;
        this.statementLimitSeconds = statementLimitSeconds;
    }

    static Dialect of(Connection connection, String subject) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return switch (product) {
            case "H2" -> H2;
            case "PostgreSQL" -> POSTGRESQL;
            default ->
                throw new ConfigurationException(
                        subject, List.of("the data source leads to " + product + "; use H2 or PostgreSQL"));
        };
    }

    String script() {
        return script;
    }

    void limit(PreparedStatement statement) throws SQLException {
        if (statementLimitSeconds > 0) {
            statement.setQueryTimeout(statementLimitSeconds);
        }
    }
}

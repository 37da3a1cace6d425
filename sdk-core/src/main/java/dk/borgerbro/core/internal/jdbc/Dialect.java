package dk.borgerbro.core.internal.jdbc;

import dk.borgerbro.core.error.ConfigurationException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
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
            case "H2" -> durableH2(connection, subject);
            case "PostgreSQL" -> POSTGRESQL;
            default ->
                throw new ConfigurationException(
                        subject, List.of("the data source leads to " + product + "; use H2 or PostgreSQL"));
        };
    }

    /** H2 tells of a commit up to half a second before it writes it to its file, unless told not to. */
    private static Dialect durableH2(Connection connection, String subject) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                        "select setting_value from information_schema.settings where setting_name = 'WRITE_DELAY'");
                ResultSet setting = statement.executeQuery()) {
            if (setting.next() && setting.getInt(1) != 0) {
                throw new ConfigurationException(
                        subject,
                        List.of("H2 would lose the last commits in a crash; add ;WRITE_DELAY=0 to its JDBC address"));
            }
        }
        return H2;
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

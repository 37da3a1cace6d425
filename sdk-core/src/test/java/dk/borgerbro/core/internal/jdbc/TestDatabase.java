package dk.borgerbro.core.internal.jdbc;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGConnectionPoolDataSource;

/** An empty database of a test of its own, with a pool on it, and the address under which another JVM reaches it. */
public final class TestDatabase implements AutoCloseable {
    private final String url;
    private final JdbcConnectionPool pool;

    private TestDatabase(String url) {
        this.url = url;
        this.pool = pool(url);
    }

    public static TestDatabase h2InMemory() {
        return new TestDatabase("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    }

    public static TestDatabase h2File(Path directory) {
        return new TestDatabase(h2FileUrl(directory));
    }

    public static String h2FileUrl(Path directory) {
        return "jdbc:h2:file:" + directory.resolve("borgerbro") + ";WRITE_DELAY=0";
    }

    /** A schema of its own on the server. */
    public static TestDatabase postgres(String serverUrl) {
        String schema = "s" + UUID.randomUUID().toString().replace("-", "");
        try (JdbcPool server = new JdbcPool(pool(serverUrl));
                Connection connection = server.pool().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create schema " + schema);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new TestDatabase(serverUrl + "&currentSchema=" + schema);
    }

    /** {@return a pool on a database of either kind} */
    public static JdbcConnectionPool pool(String url) {
        JdbcConnectionPool pool = JdbcConnectionPool.create(source(url));
        pool.setMaxConnections(16);
        return pool;
    }

    public String url() {
        return url;
    }

    public DataSource dataSource() {
        return pool;
    }

    /** {@return what a statement changed, for peeping past the code under test} */
    public int run(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    @Override
    public void close() {
        pool.dispose();
    }

    private static ConnectionPoolDataSource source(String url) {
        if (url.startsWith("jdbc:h2:")) {
            JdbcDataSource h2 = new JdbcDataSource();
            h2.setURL(url);
            h2.setUser("sa");
            return h2;
        }
        PGConnectionPoolDataSource postgres = new PGConnectionPoolDataSource();
        postgres.setUrl(url);
        return postgres;
    }

    private record JdbcPool(JdbcConnectionPool pool) implements AutoCloseable {
        @Override
        public void close() {
            pool.dispose();
        }
    }
}

package dk.borgerbro.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerbro.core.internal.jdbc.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** What every store in a database does besides. */
abstract class JdbcStoreContract extends ExpiringStoreContract {
    final TestDatabase database;

    JdbcStoreContract(TestDatabase database) {
        this.database = database;
        ExpiringStoreSchema.create(database.dataSource());
    }

    @Override
    ExpiringStore open() {
        return ExpiringStore.jdbc(database.dataSource(), clock);
    }

    @Test
    void expiredRowsAreSweptOutByLaterPuts() throws SQLException {
        ExpiringStore store = open();
        for (int i = 0; i < 50; i++) {
            store.putIfAbsent("old-" + i, new byte[] {1}, clock.instant().plusSeconds(1));
        }
        clock.advance(Duration.ofSeconds(1));

        for (int i = 0; i < 10; i++) {
            store.putIfAbsent("new-" + i, new byte[] {1}, clock.instant().plusSeconds(60));
        }

        assertThat(database.run("update borgerbro_expiring set store_key = store_key"))
                .isEqualTo(10);
    }

    /** {@return how the database would look keys up by prefix, if it has a choice} */
    final String planOfPrefixSearch(String... settings) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement setting = connection.createStatement();
                PreparedStatement explain = connection.prepareStatement("explain " + JdbcStore.SELECT_KEYS)) {
            for (String each : settings) {
                setting.execute(each);
            }
            explain.setBytes(1, new byte[] {'n', '/'});
            explain.setBytes(2, new byte[] {'n', '0'});
            explain.setObject(3, clock.instant().atOffset(ZoneOffset.UTC));
            explain.setInt(4, 100);
            StringBuilder plan = new StringBuilder();
            try (ResultSet lines = explain.executeQuery()) {
                while (lines.next()) {
                    plan.append(lines.getString(1)).append('\n');
                }
            }
            return plan.toString();
        }
    }
}

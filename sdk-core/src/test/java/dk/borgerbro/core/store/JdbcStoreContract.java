package dk.borgerbro.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerbro.core.internal.jdbc.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
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
}

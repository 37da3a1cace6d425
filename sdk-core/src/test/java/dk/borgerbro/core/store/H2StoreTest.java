package dk.borgerbro.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerbro.core.internal.jdbc.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class H2StoreTest extends JdbcStoreContract {
    H2StoreTest() {
        super(TestDatabase.h2InMemory());
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void prefixSearchUsesThePrimaryKey() throws SQLException {
        assertThat(planOfPrefixSearch()).containsIgnoringCase("primary_key").doesNotContainIgnoringCase("tableScan");
    }

    @Test
    void collationOfTheDatabaseHasNoSay() throws SQLException {
        try (TestDatabase danish = TestDatabase.h2InMemory()) {
            danish.run("set collation danish strength primary");
            ExpiringStoreSchema.create(danish.dataSource());
            ExpiringStore store = ExpiringStore.jdbc(danish.dataSource(), clock);

            for (String key : List.of("a/1", "A/1", "aa/1", "a/2", "a /3")) {
                assertThat(store.putIfAbsent(key, new byte[0], clock.instant().plusSeconds(60)))
                        .as(key)
                        .isTrue();
            }

            assertThat(store.keysWithPrefix("a/", 10)).containsExactly("a/1", "a/2");
            assertThat(store.keysWithPrefix("A", 10)).containsExactly("A/1");
        }
    }
}

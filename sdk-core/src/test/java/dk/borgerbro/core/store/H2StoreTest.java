package dk.borgerbro.core.store;

import dk.borgerbro.core.internal.jdbc.TestDatabase;
import org.junit.jupiter.api.AfterEach;

class H2StoreTest extends JdbcStoreContract {
    H2StoreTest() {
        super(TestDatabase.h2InMemory());
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }
}

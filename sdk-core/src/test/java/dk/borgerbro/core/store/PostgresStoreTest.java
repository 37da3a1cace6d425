package dk.borgerbro.core.store;

import dk.borgerbro.core.internal.jdbc.PostgresServer;
import dk.borgerbro.core.internal.jdbc.TestDatabase;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresServer.class)
class PostgresStoreTest extends JdbcStoreContract {
    PostgresStoreTest(TestDatabase database) {
        super(database);
    }
}

package dk.borgerbro.core.journal;

import dk.borgerbro.core.internal.jdbc.PostgresServer;
import dk.borgerbro.core.internal.jdbc.TestDatabase;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresServer.class)
class PostgresJournalTest extends JdbcJournalContract {
    PostgresJournalTest(TestDatabase database) {
        super(database);
    }
}

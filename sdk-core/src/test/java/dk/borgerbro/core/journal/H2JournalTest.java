package dk.borgerbro.core.journal;

import dk.borgerbro.core.internal.jdbc.TestDatabase;
import org.junit.jupiter.api.AfterEach;

class H2JournalTest extends JdbcJournalContract {
    H2JournalTest() {
        super(TestDatabase.h2InMemory());
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }
}

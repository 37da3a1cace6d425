package dk.borgerbro.core.journal;

import dk.borgerbro.core.internal.jdbc.TestDatabase;

/** What every journal in a database does besides. */
abstract class JdbcJournalContract extends JournalContract {
    final TestDatabase database;

    JdbcJournalContract(TestDatabase database) {
        this.database = database;
        JournalSchema.create(database.dataSource());
    }

    @Override
    Journal open() {
        return Journal.jdbc(database.dataSource(), clock);
    }
}

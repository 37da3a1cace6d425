package dk.borgerbro.core.journal;

import dk.borgerbro.core.error.ConfigurationException;
import dk.borgerbro.core.error.StorageException;
import dk.borgerbro.core.internal.jdbc.Database;
import javax.sql.DataSource;

/**
 * The tables of {@link Journal#jdbc}. Their scripts lie beside this class, {@code h2.sql} and {@code postgresql.sql}, for whoever
 * keeps the database under a migration tool; nothing creates them unasked.
 *
 * <p>Old events may be deleted from {@code borgerbro_journal} once no repeat of them can come any more: what is deleted counts as new.
 */
public final class JournalSchema {
    private JournalSchema() {}

    /**
     * Creates the tables that are missing.
     *
     * @param dataSource H2 or PostgreSQL, as a user who may create tables
     * @throws ConfigurationException if the database is of another kind
     * @throws StorageException if it cannot be reached or refuses
     */
    public static void create(DataSource dataSource) {
        Database.over(dataSource, "journal").runScript(JournalSchema.class);
    }
}

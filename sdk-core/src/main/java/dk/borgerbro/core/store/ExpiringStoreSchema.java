package dk.borgerbro.core.store;

import dk.borgerbro.core.error.ConfigurationException;
import dk.borgerbro.core.error.StorageException;
import dk.borgerbro.core.internal.jdbc.Database;
import javax.sql.DataSource;

/**
 * The table of {@link ExpiringStore#jdbc}. Its scripts lie beside this class, {@code h2.sql} and {@code postgresql.sql}, for whoever
 * keeps the database under a migration tool; nothing creates it unasked.
 */
public final class ExpiringStoreSchema {
    private ExpiringStoreSchema() {}

    /**
     * Creates the table if it is missing.
     *
     * @param dataSource H2 or PostgreSQL, as a user who may create tables
     * @throws ConfigurationException if the database is of another kind
     * @throws StorageException if it cannot be reached or refuses
     */
    public static void create(DataSource dataSource) {
        Database.over(dataSource, "store").runScript(ExpiringStoreSchema.class);
    }
}

package dk.borgerbro.eid.internal.logout;

import dk.borgerbro.core.store.ExpiringStore;
import dk.borgerbro.core.store.ExpiringStoreSchema;
import java.time.Clock;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;

class H2SessionIndexTest extends SessionIndexContract {
    private final JdbcConnectionPool pool =
            JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");

    H2SessionIndexTest() {
        ExpiringStoreSchema.create(pool);
    }

    @Override
    ExpiringStore open(Clock clock) {
        return ExpiringStore.jdbc(pool, clock);
    }

    @AfterEach
    void closeDatabase() {
        pool.dispose();
    }
}

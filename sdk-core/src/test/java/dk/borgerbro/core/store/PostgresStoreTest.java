package dk.borgerbro.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerbro.core.internal.jdbc.PostgresServer;
import dk.borgerbro.core.internal.jdbc.TestDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresServer.class)
class PostgresStoreTest extends JdbcStoreContract {
    PostgresStoreTest(TestDatabase database) {
        super(database);
    }

    @Test
    void prefixSearchUsesThePrimaryKey() throws SQLException {
        assertThat(planOfPrefixSearch("set enable_seqscan = off"))
                .contains("borgerbro_expiring_pkey")
                .contains("Index Cond: ((store_key >=");
    }
}

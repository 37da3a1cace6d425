package dk.borgerbro.eid.internal.logout;

import dk.borgerbro.core.store.ExpiringStore;
import java.time.Clock;

class InMemorySessionIndexTest extends SessionIndexContract {
    private final ExpiringStore only = ExpiringStore.inMemory(clock(), 1000);

    @Override
    ExpiringStore open(Clock clock) {
        return only;
    }
}

package dk.borgerbro.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dk.borgerbro.core.error.ConfigurationException;
import dk.borgerbro.core.error.StorageException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class InMemoryStoreTest extends ExpiringStoreContract {
    private final ExpiringStore only = ExpiringStore.inMemory(clock, 1000);

    @Override
    ExpiringStore open() {
        return only;
    }

    @Test
    void fullStoreRefusesRatherThanForgets() {
        ExpiringStore small = ExpiringStore.inMemory(clock, 2);
        Instant expiry = clock.instant().plusSeconds(60);
        small.putIfAbsent("a", new byte[0], expiry);
        small.putIfAbsent("b", new byte[0], expiry);

        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> small.putIfAbsent("c", new byte[0], expiry))
                .withMessageContaining("store.putIfAbsent is full with 2 values");
        assertThat(small.putIfAbsent("a", new byte[0], expiry)).isFalse();
        assertThat(small.take("a")).isPresent();
        assertThat(small.putIfAbsent("c", new byte[0], expiry)).isTrue();
        clock.advance(Duration.ofMinutes(1));
        assertThat(small.putIfAbsent("d", new byte[0], expiry.plusSeconds(60))).isTrue();
        assertThat(small.putIfAbsent("e", new byte[0], expiry.plusSeconds(60))).isTrue();
    }

    @Test
    void boundBelowOneIsRefused() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> ExpiringStore.inMemory(clock, 0))
                .withMessageContaining("maxEntries");
    }
}

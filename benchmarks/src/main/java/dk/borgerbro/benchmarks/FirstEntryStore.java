package dk.borgerbro.benchmarks;

import dk.borgerbro.core.store.ExpiringStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Says yes to everything and gives the first value it was given, as often as it is asked: so that one answer can be measured many times. */
final class FirstEntryStore implements ExpiringStore {
    private final AtomicReference<byte[]> first = new AtomicReference<>();

    @Override
    public boolean putIfAbsent(String key, byte[] value, Instant expiresAt) {
        first.compareAndSet(null, value);
        return true;
    }

    @Override
    public Optional<byte[]> get(String key) {
        return Optional.ofNullable(first.get());
    }

    @Override
    public List<String> keysWithPrefix(String prefix, int most) {
        return List.of();
    }

    @Override
    public Optional<byte[]> take(String key) {
        return get(key);
    }

    @Override
    public void remove(String key) {
        // What was given stays.
    }
}

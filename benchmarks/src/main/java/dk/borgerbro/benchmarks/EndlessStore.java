package dk.borgerbro.benchmarks;

import dk.borgerbro.core.store.ExpiringStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Gives what should be taken once again and again, and finds nothing used: so one answer can be measured many times. */
final class EndlessStore implements ExpiringStore {
    private final Map<String, byte[]> values = new ConcurrentHashMap<>();

    @Override
    public boolean putIfAbsent(String key, byte[] value, Instant expiresAt) {
        values.put(key, value);
        return true;
    }

    @Override
    public Optional<byte[]> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    @Override
    public Optional<byte[]> take(String key) {
        return get(key);
    }

    @Override
    public void remove(String key) {
        values.remove(key);
    }

    @Override
    public List<String> keysWithPrefix(String prefix, int most) {
        return values.keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .sorted()
                .limit(most)
                .toList();
    }
}

package dk.borgerbro.core.store;

import dk.borgerbro.core.error.CallReference;
import dk.borgerbro.core.error.ConfigurationException;
import dk.borgerbro.core.error.StorageException;
import dk.borgerbro.core.internal.StoredTime;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;

/** A bounded store in a map in order of the keys, with the values in order of expiry beside it. */
final class InMemoryStore implements ExpiringStore {
    private final Clock clock;
    private final int maxEntries;
    private final ReentrantLock lock = new ReentrantLock();
    private final TreeMap<String, Held> byKey = new TreeMap<>();
    private final TreeSet<Held> byExpiry =
            new TreeSet<>(Comparator.comparing(Held::expiresAt).thenComparing(Held::key));

    InMemoryStore(Clock clock, int maxEntries) {
        if (maxEntries < 1) {
            throw new ConfigurationException("store", List.of("maxEntries must be 1 or more"));
        }
        this.clock = clock;
        this.maxEntries = maxEntries;
    }

    @Override
    public boolean putIfAbsent(String key, byte[] value, Instant expiresAt) {
        StoreArguments.check(key, value);
        Held held = new Held(key, value.clone(), StoredTime.of(expiresAt));
        lock.lock();
        try {
            dropExpired();
            if (byKey.containsKey(key)) {
                return false;
            }
            if (byKey.size() == maxEntries) {
                throw new StorageException(
                        CallReference.local("store", "putIfAbsent"),
                        "is full with " + maxEntries + " values; raise maxEntries or use a database",
                        true,
                        null);
            }
            byKey.put(key, held);
            byExpiry.add(held);
            return true;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Optional<byte[]> get(String key) {
        StoreArguments.check(key);
        lock.lock();
        try {
            dropExpired();
            return Optional.ofNullable(byKey.get(key)).map(held -> held.value.clone());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Optional<byte[]> take(String key) {
        StoreArguments.check(key);
        lock.lock();
        try {
            dropExpired();
            Optional<Held> held = Optional.ofNullable(byKey.remove(key));
            held.ifPresent(byExpiry::remove);
            return held.map(taken -> taken.value);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void remove(String key) {
        take(key);
    }

    @Override
    public List<String> keysWithPrefix(String prefix, int most) {
        StoreArguments.checkPrefix(prefix, most);
        lock.lock();
        try {
            dropExpired();
            return byKey.tailMap(prefix).keySet().stream()
                    .takeWhile(key -> key.startsWith(prefix))
                    .limit(most)
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    private void dropExpired() {
        Instant now = StoredTime.now(clock);
        while (!byExpiry.isEmpty() && !byExpiry.first().expiresAt.isAfter(now)) {
            byKey.remove(byExpiry.pollFirst().key);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
    private record Held(String key, byte[] value, Instant expiresAt) {}
}

package dk.borgerbro.eid.internal.logout;

import dk.borgerbro.core.store.ExpiringStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Stops once before a step, as a crash would, or does something else there; other steps go through. */
final class StoppingStore implements ExpiringStore {
    private final ExpiringStore store;
    private final AtomicInteger steps = new AtomicInteger();
    private int stop = -1;
    private Runnable instead = () -> {
        throw new Stopped();
    };

    StoppingStore(ExpiringStore store) {
        this.store = store;
    }

    void stopBefore(int step) {
        steps.set(0);
        stop = step;
    }

    void before(int step, Runnable action) {
        stopBefore(step);
        instead = action;
    }

    int steps() {
        return steps.get();
    }

    private void step() {
        if (steps.getAndIncrement() == stop) {
            instead.run();
        }
    }

    @Override
    public boolean putIfAbsent(String key, byte[] value, Instant expiresAt) {
        step();
        return store.putIfAbsent(key, value, expiresAt);
    }

    @Override
    public Optional<byte[]> get(String key) {
        step();
        return store.get(key);
    }

    @Override
    public Optional<byte[]> take(String key) {
        step();
        return store.take(key);
    }

    @Override
    public void remove(String key) {
        step();
        store.remove(key);
    }

    @Override
    public List<String> keysWithPrefix(String prefix, int most) {
        step();
        return store.keysWithPrefix(prefix, most);
    }

    /** The crash. */
    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}

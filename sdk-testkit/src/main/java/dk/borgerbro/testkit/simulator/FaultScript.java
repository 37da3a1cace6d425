package dk.borgerbro.testkit.simulator;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Decides what happens to each call: scripts first, in their order, then chance. Thread-safe. */
final class FaultScript {
    private static final int LONGEST_DELAY_MILLIS = 50;
    private static final FaultKind[] CHANCES = {
        FaultKind.STATUS,
        FaultKind.DELAY,
        FaultKind.DROP_BEFORE_RECEIVING,
        FaultKind.DROP_AFTER_RECEIVING,
        FaultKind.CUT_ANSWER
    };

    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Fault> script = new ArrayDeque<>();
    private @Nullable Random random;
    private double share;

    void add(Fault fault, int times) {
        lock.lock();
        try {
            for (int i = 0; i < times; i++) {
                script.add(fault);
            }
        } finally {
            lock.unlock();
        }
    }

    void chaos(long seed, double wantedShare) {
        if (!(wantedShare >= 0 && wantedShare <= 1)) {
            throw new IllegalArgumentException("the share of calls must lie between 0 and 1");
        }
        lock.lock();
        try {
            random = new Random(seed);
            share = wantedShare;
        } finally {
            lock.unlock();
        }
    }

    void clear() {
        lock.lock();
        try {
            script.clear();
            random = null;
        } finally {
            lock.unlock();
        }
    }

    Fault forThisCall() {
        lock.lock();
        try {
            if (!script.isEmpty()) {
                return script.remove();
            }
            return random == null ? Fault.NONE : byChance(random);
        } finally {
            lock.unlock();
        }
    }

    private Fault byChance(Random chance) {
        if (chance.nextDouble() >= share) {
            return Fault.NONE;
        }
        FaultKind kind = CHANCES[chance.nextInt(CHANCES.length)];
        return switch (kind) {
            case STATUS -> Fault.status(503, Duration.ZERO);
            case DELAY -> Fault.delay(Duration.ofMillis(chance.nextInt(LONGEST_DELAY_MILLIS) + 1L));
            default -> Fault.of(kind);
        };
    }
}

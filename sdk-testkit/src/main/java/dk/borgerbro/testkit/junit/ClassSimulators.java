package dk.borgerbro.testkit.junit;

import dk.borgerbro.testkit.simulator.Simulator;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.ReflectionSupport;

/** The simulators of one test class, one of each type. Thread-safe. */
final class ClassSimulators implements AutoCloseable {
    private static final String SDK = "borgerbro";

    /** A closed socket shows on the other side within microseconds; on a busy machine within some milliseconds. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Class<?>, Simulator> byType = new LinkedHashMap<>();

    Simulator get(Class<?> type) {
        lock.lock();
        try {
            Simulator known = byType.get(type);
            if (known == null) {
                known = start(type);
                byType.put(type, known);
            }
            return known;
        } finally {
            lock.unlock();
        }
    }

    void reset() {
        all().forEach(Simulator::reset);
    }

    /** {@return a sentence for each simulator that clients of this SDK are still connected to} */
    List<String> forgottenClients() {
        List<String> forgotten = new ArrayList<>();
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        for (Simulator simulator : all()) {
            long open = openConnections(simulator);
            while (open > 0 && System.nanoTime() < deadline) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
                open = openConnections(simulator);
            }
            if (open > 0) {
                forgotten.add(open + " of them to " + simulator);
            }
        }
        return forgotten;
    }

    @Override
    public void close() {
        all().forEach(Simulator::close);
    }

    private List<Simulator> all() {
        lock.lock();
        try {
            return List.copyOf(byType.values());
        } finally {
            lock.unlock();
        }
    }

    private static long openConnections(Simulator simulator) {
        return simulator.openConnections().stream()
                .filter(agent -> agent.toLowerCase(Locale.ROOT).contains(SDK))
                .count();
    }

    private static Simulator start(Class<?> type) {
        Method start = ReflectionSupport.findMethod(type, "start")
                .orElseThrow(() -> new ExtensionConfigurationException(
                        type.getName() + " has no method start(), so it cannot be injected"));
        if (ReflectionSupport.invokeMethod(start, null) instanceof Simulator simulator) {
            return simulator;
        }
        throw new ExtensionConfigurationException(type.getName() + ".start() returns no simulator");
    }
}

package dk.borgerbro.core.loopback;

import dk.borgerbro.core.config.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Time that passes only when somebody waits. Thread-safe. */
public final class TestTime extends Clock implements Sleeper {
    public static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    private final List<Duration> waits = new CopyOnWriteArrayList<>();
    private volatile Instant now = START;

    public void pass(Duration time) {
        now = now.plus(time);
    }

    public List<Duration> waits() {
        return waits;
    }

    @Override
    public void sleep(Duration time) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        waits.add(time);
        pass(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("this clock is read as an instant only");
    }
}

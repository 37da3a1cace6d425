package dk.borgerbro.eid.saml;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerbro.core.config.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Time that a test moves by hand, and a sleep that lasts until the test says so. */
final class WatchTime extends Clock implements Sleeper {
    private final Semaphore asleep = new Semaphore(0);
    private final Semaphore wake = new Semaphore(0);
    private final List<Duration> sleeps = new CopyOnWriteArrayList<>();
    private volatile Instant now;
    private volatile boolean interrupted;

    WatchTime(Instant now) {
        this.now = now;
    }

    @Override
    public void sleep(Duration time) throws InterruptedException {
        sleeps.add(time);
        asleep.release();
        try {
            wake.acquire();
        } catch (InterruptedException e) {
            interrupted = true;
            asleep.release();
            throw e;
        }
    }

    /** Waits until the watch has gone to sleep. */
    void awaitSleep() {
        try {
            assertThat(asleep.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets the sleep end after its time, and waits for the next one. */
    void passSleep() {
        now = now.plus(lastSleep());
        wake.release();
        awaitSleep();
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    Duration lastSleep() {
        return sleeps.get(sleeps.size() - 1);
    }

    boolean wasInterrupted() {
        return interrupted;
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
        throw new UnsupportedOperationException("instants only");
    }
}

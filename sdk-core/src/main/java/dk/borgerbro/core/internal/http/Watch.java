package dk.borgerbro.core.internal.http;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.apache.hc.core5.concurrent.Cancellable;
import org.jspecify.annotations.Nullable;

/**
 * Ends calls whose time ran out or whose thread was interrupted. A blocked socket heeds neither: its own time-out begins anew with
 * every byte, and a platform thread that reads does not notice an interrupt. So one daemon thread looks at all calls every 50 ms
 * and closes the connections of those that must end. It ends by itself when it was idle for a while. Thread-safe.
 */
final class Watch {
    private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Set<Guard> guards = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean running = new AtomicBoolean();

    /**
     * {@return the watch over a call of the current thread; must be ended}
     *
     * @param nanos how long the call may take
     */
    Guard over(Cancellable call, long nanos) {
        Guard guard = new Guard(this, Thread.currentThread(), System.nanoTime() + nanos, call);
        guards.add(guard);
        if (!running.get() && running.compareAndSet(false, true)) {
            Thread thread = new Thread(this::look, "borgerbro-watch");
            thread.setDaemon(true);
            thread.start();
        }
        return guard;
    }

    private void look() {
        long idleSince = System.nanoTime();
        while (true) {
            LockSupport.parkNanos(TICK_NANOS);
            long now = System.nanoTime();
            for (Guard guard : guards) {
                guard.check(now);
                idleSince = now;
            }
            if (now - idleSince > IDLE_NANOS) {
                running.set(false);
                // A call may have come between the look and the flag; it then relied on this thread.
                if (guards.isEmpty() || !running.compareAndSet(false, true)) {
                    return;
                }
            }
        }
    }

    /** Why a call was ended. */
    enum Reason {
        /** Its time ran out. */
        TIME,
        /** Its thread was interrupted. */
        INTERRUPT
    }

    /** The watch over one call. */
    static final class Guard {
        private final Watch watch;
        private final Thread thread;
        private final long deadline;
        private final Cancellable call;
        private volatile @Nullable Reason reason;

        private Guard(Watch watch, Thread thread, long deadline, Cancellable call) {
            this.watch = watch;
            this.thread = thread;
            this.deadline = deadline;
            this.call = call;
        }

        /** {@return why the call was ended, null if it was not} */
        @Nullable
        Reason reason() {
            return reason;
        }

        void end() {
            watch.guards.remove(this);
        }

        private void check(long now) {
            Reason found = thread.isInterrupted() ? Reason.INTERRUPT : now - deadline >= 0 ? Reason.TIME : null;
            if (found != null && reason == null) {
                reason = found;
                call.cancel();
            }
        }
    }
}

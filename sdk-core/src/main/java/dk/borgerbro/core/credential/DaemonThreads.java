package dk.borgerbro.core.credential;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;

/**
 * A thread for each task, few at once. The JDK's questions to a status service cannot be interrupted, so a slow service must
 * not be able to pile them up, and what is left of them must not keep the JVM alive.
 */
final class DaemonThreads implements Executor {
    private static final int MOST = 16;

    private final Semaphore places = new Semaphore(MOST);

    @Override
    public void execute(Runnable task) {
        if (!places.tryAcquire()) {
            throw new RejectedExecutionException("all threads for revocation checks are waiting for answers");
        }
        Thread thread = new Thread(
                () -> {
                    try {
                        task.run();
                    } finally {
                        places.release();
                    }
                },
                "borgerbro-revocation");
        thread.setDaemon(true);
        thread.start();
    }
}

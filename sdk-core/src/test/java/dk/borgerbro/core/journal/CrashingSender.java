package dk.borgerbro.core.journal;

import dk.borgerbro.core.config.IdempotencyKey;
import dk.borgerbro.core.internal.jdbc.TestDatabase;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Sends one event, the sending being the creation of a file, and dies at the step it is told. */
final class CrashingSender {
    static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    static final JournalKey KEY =
            new JournalKey("digitalpost", JournalContract.AUTHORITY, IdempotencyKey.of("sag-1/brev/1"));
    static final Map<String, String> WIRE_IDS = Map.of("messageUuid", "M-1");

    /** Where it dies. */
    enum Step {
        BEFORE_CLAIM,
        BEFORE_COMMIT_OF_CLAIM,
        AFTER_CLAIM,
        AFTER_SENDING,
        BEFORE_COMMIT_OF_SETTLE,
        AFTER_SETTLE
    }

    private CrashingSender() {}

    public static void main(String[] arguments) throws IOException {
        Step death = Step.valueOf(arguments[1]);
        AtomicInteger commits = new AtomicInteger();
        DataSource dataSource = watched(TestDatabase.pool(arguments[0]), () -> {
            Step commit = commits.incrementAndGet() == 1 ? Step.BEFORE_COMMIT_OF_CLAIM : Step.BEFORE_COMMIT_OF_SETTLE;
            dieIf(death, commit);
        });
        Journal journal = Journal.jdbc(dataSource, Clock.fixed(NOW, ZoneOffset.UTC));

        dieIf(death, Step.BEFORE_CLAIM);
        Claim claim = journal.claim(KEY, JournalContract.DIGEST, WIRE_IDS, JournalContract.LEASE);
        dieIf(death, Step.AFTER_CLAIM);
        Files.createFile(Path.of(arguments[2]));
        dieIf(death, Step.AFTER_SENDING);
        journal.settle(claim, JournalState.ACCEPTED, "receipt");
        dieIf(death, Step.AFTER_SETTLE);
    }

    private static void dieIf(Step death, Step reached) {
        if (death == reached) {
            ChildJvm.halt();
        }
    }

    private static DataSource watched(DataSource dataSource, Runnable beforeCommit) {
        return proxy(DataSource.class, dataSource, beforeCommit);
    }

    private static <T> T proxy(Class<T> type, T target, Runnable beforeCommit) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, values) -> {
                    if (method.getName().equals("commit")) {
                        beforeCommit.run();
                    }
                    try {
                        Object result = method.invoke(target, values);
                        return result instanceof Connection connection
                                ? proxy(Connection.class, connection, beforeCommit)
                                : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}

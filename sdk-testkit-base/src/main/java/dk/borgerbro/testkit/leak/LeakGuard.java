package dk.borgerbro.testkit.leak;

import java.time.Clock;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * Fails the tests when a test person's CPR number, a {@linkplain Confidential#register registered} value, a token or a private key
 * turns up in what the JVM logs or prints, or in the text of any exception.
 *
 * <p>What logs and streams show fails the test class during which it was shown. Exceptions, also those that a test
 * catches, are read when all classes have run, and then fail the run. Thread-safe.
 */
public final class LeakGuard
        implements BeforeAllCallback,
                AfterAllCallback,
                TestExecutionExceptionHandler,
                LifecycleMethodExecutionExceptionHandler {
    private static final Namespace OURS = Namespace.create(LeakGuard.class);

    /** Made by JUnit. */
    public LeakGuard() {}

    @Override
    public void beforeAll(ExtensionContext context) {
        if (isTopLevel(context)) {
            context.getStore(OURS).put(GuardedRun.Span.class, run(context).begin(context.getRequiredTestClass()));
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        GuardedRun.Span span =
                isTopLevel(context) ? context.getStore(OURS).get(GuardedRun.Span.class, GuardedRun.Span.class) : null;
        if (span != null) {
            run(context).end(span);
        }
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable throwable) throws Throwable {
        reached(context, throwable);
    }

    @Override
    public void handleBeforeAllMethodExecutionException(ExtensionContext context, Throwable throwable)
            throws Throwable {
        reached(context, throwable);
    }

    @Override
    public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable throwable)
            throws Throwable {
        reached(context, throwable);
    }

    @Override
    public void handleAfterEachMethodExecutionException(ExtensionContext context, Throwable throwable)
            throws Throwable {
        reached(context, throwable);
    }

    @Override
    public void handleAfterAllMethodExecutionException(ExtensionContext context, Throwable throwable) throws Throwable {
        reached(context, throwable);
    }

    private static void reached(ExtensionContext context, Throwable throwable) throws Throwable {
        run(context).reached(throwable);
        throw throwable;
    }

    private static boolean isTopLevel(ExtensionContext context) {
        return context.getParent().flatMap(ExtensionContext::getTestClass).isEmpty();
    }

    /** The store of the root is closed after the last class, and what closing throws fails the run. */
    private static GuardedRun run(ExtensionContext context) {
        Store store = context.getRoot().getStore(OURS);
        return store.computeIfAbsent(GuardedRun.class, key -> new GuardedRun(Clock.systemUTC()), GuardedRun.class);
    }
}

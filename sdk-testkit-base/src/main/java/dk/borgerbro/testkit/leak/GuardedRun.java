package dk.borgerbro.testkit.leak;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/** One run of tests with all taps open. Thread-safe; closing it checks what can be read only at the end. */
final class GuardedRun implements AutoCloseable {
    private static final String OURS = "dk.borgerbro.";

    /** Parsers say what they could not parse. Their exceptions are made before any code of ours can stop it. */
    private static final List<String> QUOTING_PARSERS = List.of(
            "org.xml.sax.",
            "javax.xml.",
            "com.fasterxml.jackson.",
            "wiremock.com.fasterxml.jackson.",
            "java.lang.NumberFormatException",
            "java.time.",
            "java.net.URISyntaxException");

    private final Clock clock;
    private final LeakLog log = LeakLog.ofTestPersonsAndRegisteredValues();
    private final LeakLog thrownLog = LeakLog.ofTestPersonsAndRegisteredValues();
    private final ThrownTap thrown = ThrownTap.start();
    private final List<Tap> taps = new ArrayList<>();
    private final Queue<Span> spans = new ConcurrentLinkedQueue<>();

    GuardedRun(Clock clock) {
        this.clock = clock;
        taps.add(StreamTap.out(log));
        taps.add(StreamTap.err(log));
        taps.add(new JdkLoggingTap(log));
        if (isPresent("ch.qos.logback.classic.LoggerContext")) {
            taps.addAll(LogbackTap.ifBound(log));
        }
    }

    Span begin(Class<?> testClass) {
        taps.forEach(Tap::attach);
        boolean mayQuote = testClass.isAnnotationPresent(LibraryExceptionsMayQuote.class);
        Span span = new Span(testClass.getName(), mayQuote, clock.instant());
        spans.add(span);
        return span;
    }

    /** Sees an exception that ended a test or a life cycle method. */
    void reached(Throwable throwable) {
        log.see(throwable);
    }

    /**
     * Ends a test class.
     *
     * @throws LeakFound if something leaked while it ran
     */
    void end(Span span) {
        span.end = clock.instant();
        LeakFound.throwIfAny("while " + span.testClass + " ran", log.drain());
    }

    /**
     * Closes the taps and reads the exceptions of the whole run.
     *
     * @throws LeakFound if one of them leaked, or something did after the last class
     */
    @Override
    public void close() {
        taps.forEach(Tap::close);
        thrown.finish(this::check);
        List<Leak> leaks = log.drain();
        leaks.addAll(thrownLog.drain());
        LeakFound.throwIfAny("in this run", leaks);
    }

    private void check(ThrownTap.Thrown exception) {
        Set<String> running = new LinkedHashSet<>();
        boolean excused = QUOTING_PARSERS.stream().anyMatch(exception.type()::startsWith);
        for (Span span : spans) {
            if (span.contains(exception.at())) {
                running.add(span.testClass);
                excused |= span.mayQuote && !exception.type().startsWith(OURS);
            }
        }
        if (!excused && !isAssertion(exception.type())) {
            String where = exception.type() + " made at " + exception.origin()
                    + (running.isEmpty() ? "" : " during " + String.join(", ", running));
            thrownLog.see(where, exception.message());
        }
    }

    /** A failed assertion shows the test's own values, and has failed the build already. */
    private static boolean isAssertion(String type) {
        return type.equals("java.lang.AssertionError")
                || type.startsWith("org.opentest4j.")
                || type.startsWith("org.assertj.")
                || type.equals(LeakFound.class.getName());
    }

    private static boolean isPresent(String className) {
        try {
            Class.forName(className, false, GuardedRun.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** When a test class ran. */
    static final class Span {
        private final String testClass;
        private final boolean mayQuote;
        private final Instant begin;
        private volatile Instant end = Instant.MAX;

        private Span(String testClass, boolean mayQuote, Instant begin) {
            this.testClass = testClass;
            this.mayQuote = mayQuote;
            this.begin = begin;
        }

        private boolean contains(Instant at) {
            return !at.isBefore(begin) && !at.isAfter(end);
        }
    }
}

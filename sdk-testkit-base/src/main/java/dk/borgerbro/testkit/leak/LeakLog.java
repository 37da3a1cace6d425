package dk.borgerbro.testkit.leak;

import dk.borgerbro.testkit.person.TestPerson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes every text that the taps catch, scans it at once and keeps what leaked until somebody asks. Thread-safe. */
final class LeakLog {
    /** One careless line in a loop would otherwise fill the report. */
    private static final int MOST_KEPT = 1000;

    private final LeakScanner scanner;
    private final Queue<Leak> leaks = new ConcurrentLinkedQueue<>();

    LeakLog(LeakScanner scanner) {
        this.scanner = scanner;
    }

    static LeakLog ofTestPersonsAndRegisteredValues() {
        Map<String, String> persons = Arrays.stream(TestPerson.values())
                .collect(Collectors.toUnmodifiableMap(TestPerson::cpr, person -> "CPR number of " + person.name()));
        return new LeakLog(new LeakScanner(persons, Confidential.kindByValue()));
    }

    void see(String place, String text) {
        List<Leak> found = scanner.scan(place, text);
        if (!found.isEmpty() && leaks.size() < MOST_KEPT) {
            leaks.addAll(found);
        }
    }

    /** Sees an exception with all that hangs on it: causes and suppressed ones, each with the text it gives itself. */
    void see(Throwable thrown) {
        see("", thrown, new ArrayList<>());
    }

    private void see(String above, Throwable thrown, List<Throwable> seen) {
        if (seen.contains(thrown)) {
            return;
        }
        seen.add(thrown);
        String place = above + thrown.getClass().getName();
        // What an assertion says when it fails is the test's own text, and the test has failed already.
        if (!(thrown instanceof AssertionError)) {
            see(place, String.valueOf(thrown));
        }
        Stream.concat(Stream.ofNullable(thrown.getCause()), Arrays.stream(thrown.getSuppressed()))
                .forEach(below -> see(place + " > ", below, seen));
    }

    /** {@return what leaked since the last call, each kind once per place} */
    List<Leak> drain() {
        List<Leak> drained = new ArrayList<>();
        for (Leak leak = leaks.poll(); leak != null; leak = leaks.poll()) {
            Leak next = leak;
            if (drained.stream()
                    .noneMatch(known ->
                            known.kind().equals(next.kind()) && known.place().equals(next.place()))) {
                drained.add(next);
            }
        }
        return drained;
    }
}

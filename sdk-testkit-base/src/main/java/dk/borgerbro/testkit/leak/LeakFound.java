package dk.borgerbro.testkit.leak;

import java.util.List;
import java.util.stream.Collectors;

/** Fails the build because a confidential value was shown; names its kind and place and never the value. */
public final class LeakFound extends AssertionError {
    private static final long serialVersionUID = 1L;

    private LeakFound(String message) {
        super(message);
    }

    static void throwIfAny(String when, List<Leak> leaks) {
        if (!leaks.isEmpty()) {
            throw new LeakFound(leaks.stream()
                    .map(leak -> "\n  - " + leak)
                    .collect(Collectors.joining("", "confidential values were shown " + when + ":", "")));
        }
    }
}

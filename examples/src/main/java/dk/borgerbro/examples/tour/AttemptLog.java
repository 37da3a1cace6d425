package dk.borgerbro.examples.tour;

import dk.borgerbro.core.observe.CallEvent;
import dk.borgerbro.core.observe.CallListener;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Keeps what the client tells of its tries. */
final class AttemptLog implements CallListener {
    private final List<CallEvent.Attempt> attempts = new ArrayList<>();

    @Override
    public synchronized void on(CallEvent event) {
        if (event instanceof CallEvent.Attempt attempt) {
            attempts.add(attempt);
        }
    }

    /** {@return the tries since the last call of this method} */
    synchronized String take() {
        String told = attempts.stream()
                .map(attempt -> attempt.status() == 0 ? "no answer" : "HTTP " + attempt.status())
                .collect(Collectors.joining(", then "));
        attempts.clear();
        return told;
    }
}

package dk.borgerbro.digitalpost.internal.memo;

import dk.borgerbro.core.error.Finding;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What was strange about a message while it was read. Bounded, since the sender decides how much there is. */
final class Oddities {
    private static final int MOST = 1000;

    private final List<Oddity> oddities = new ArrayList<>();
    private boolean more;

    /** Something that does not hinder the reading. */
    void error(String rule, Place place, String message) {
        add(new Oddity(rule, place, message, false));
    }

    /** A value that is missing or cannot be read: the model has a stand-in, about which nothing more should be said. */
    void unusable(String rule, Place place, String message) {
        add(new Oddity(rule, place, message, true));
    }

    private void add(Oddity oddity) {
        if (oddities.size() < MOST) {
            oddities.add(oddity);
        } else {
            more = true;
        }
    }

    /** {@return all, in the order of the document} */
    List<Finding> findings() {
        return with(List.of());
    }

    /** {@return all, and after them what rules found in the model, unless it is about a stand-in} */
    List<Finding> with(List<Finding> rules) {
        Set<Finding> all = new LinkedHashSet<>();
        Set<String> standIns = new LinkedHashSet<>();
        for (Oddity oddity : oddities) {
            String path = oddity.place.path();
            all.add(Finding.error(oddity.rule, path, oddity.message));
            if (oddity.standIn) {
                standIns.add(path);
            }
        }
        boolean tooMany = more;
        for (Finding finding : rules) {
            if (!isWithin(finding.path(), standIns)) {
                if (all.size() < MOST) {
                    all.add(finding);
                } else {
                    tooMany = true;
                }
            }
        }
        if (tooMany) {
            all.add(Finding.error("READ", "", "has more faults than are listed here; mend these first"));
        }
        return List.copyOf(all);
    }

    private static boolean isWithin(String path, Set<String> standIns) {
        for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
            if (standIns.contains(path.substring(0, end))) {
                return true;
            }
        }
        return false;
    }

    private record Oddity(String rule, Place place, String message, boolean standIn) {}
}

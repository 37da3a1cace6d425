package dk.borgerbro.examples.toolbox;

import dk.borgerbro.core.error.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The result for a file that is not what the command reads: scripts look for the rule READ. */
final class Unreadable {
    private Unreadable() {}

    static CheckResult because(String name, List<Finding> findings) {
        List<Finding> all = new ArrayList<>(findings);
        all.add(Finding.error(
                "READ", "", "is not what this command reads; what comes before says where it went wrong"));
        return new CheckResult(name, "unreadable", all, Map.of());
    }
}

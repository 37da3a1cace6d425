package dk.borgerbro.examples.toolbox;

import dk.borgerbro.core.error.Finding;
import java.util.List;
import java.util.Map;

/**
 * What a command found out about one input.
 *
 * @param file the input as the user named it, masked where the name itself is personal
 * @param kind what the input was taken for, {@code unreadable} if for nothing
 * @param findings what is wrong or strange with it
 * @param facts what it says, in the order to be printed
 */
record CheckResult(String file, String kind, List<Finding> findings, Map<String, Object> facts) {
    static CheckResult unreadable(String file, String message) {
        return new CheckResult(file, "unreadable", List.of(Finding.error("READ", "", message)), Map.of());
    }

    boolean ok() {
        return findings.stream().noneMatch(Finding::isError);
    }
}

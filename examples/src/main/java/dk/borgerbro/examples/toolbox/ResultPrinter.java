package dk.borgerbro.examples.toolbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.borgerbro.core.error.Finding;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;

/** Prints results: one JSON object per line for scripts, a short text for people. */
final class ResultPrinter {
    private static final int MOST_LINES = 60;

    private final ObjectMapper json = new ObjectMapper();
    private final PrintWriter out;
    private final boolean machine;
    private final Ansi colours;

    ResultPrinter(PrintWriter out, boolean machine, Ansi colours) {
        this.out = out;
        this.machine = machine;
        this.colours = colours;
    }

    void print(CheckResult result) {
        out.println(machine ? line(result) : text(result));
        out.flush();
    }

    private String line(CheckResult result) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("file", result.file());
        object.put("kind", result.kind());
        object.put("ok", result.ok());
        object.put("findings", objects(result.findings()));
        object.put("facts", result.facts());
        try {
            return json.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("facts hold texts, numbers, booleans, lists and maps only", e);
        }
    }

    static List<Map<String, Object>> objects(List<Finding> findings) {
        return findings.stream().map(ResultPrinter::object).toList();
    }

    private static Map<String, Object> object(Finding finding) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("rule", finding.rule());
        object.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        object.put("path", finding.path());
        object.put("message", finding.message());
        return object;
    }

    private String text(CheckResult result) {
        StringBuilder text = new StringBuilder();
        String verdict = result.ok() ? "@|bold,green ok|@    " : "@|bold,red not ok|@";
        text.append(colours.string(verdict))
                .append(' ')
                .append(result.file())
                .append(" (")
                .append(result.kind())
                .append(')');
        for (Finding finding : result.findings()) {
            String severity = finding.isError() ? "@|red error|@" : "@|yellow warning|@";
            text.append(System.lineSeparator())
                    .append("  ")
                    .append(colours.string(severity))
                    .append(' ')
                    .append(finding.rule())
                    .append(finding.path().isEmpty() ? "" : " " + finding.path())
                    .append(System.lineSeparator())
                    .append("    ")
                    .append(finding.message());
        }
        result.facts()
                .forEach((name, value) -> text.append(System.lineSeparator())
                        .append("  ")
                        .append(name)
                        .append(": ")
                        .append(shown(value)));
        return text.toString();
    }

    /** One line for a value, and one for each entry of a list, unless it is long or its entries are. */
    private static String shown(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(e -> e.getKey() + " " + e.getValue())
                    .collect(Collectors.joining(", "));
        }
        if (value instanceof List<?> list) {
            return list.size() > MOST_LINES || list.stream().anyMatch(ResultPrinter::holdsLists)
                    ? list.size() + " entries"
                    : list.stream()
                            .map(entry -> System.lineSeparator() + "    " + shown(entry))
                            .collect(Collectors.joining());
        }
        return String.valueOf(value);
    }

    private static boolean holdsLists(Object entry) {
        return entry instanceof Map<?, ?> map && map.values().stream().anyMatch(List.class::isInstance);
    }
}

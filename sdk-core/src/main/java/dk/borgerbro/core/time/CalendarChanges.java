package dk.borgerbro.core.time;

import dk.borgerbro.core.error.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.Consumer;

/** Reads a resource of changes line by line: {@code closed 2027-05-07 Reason} or {@code open 2027-06-05}. */
final class CalendarChanges {
    /** More than a century of days off; a larger resource is something else. */
    static final int MAX_BYTES = 100_000;

    private final DanishBankCalendar.Builder target;
    private final Consumer<Finding> findings;

    CalendarChanges(DanishBankCalendar.Builder target, Consumer<Finding> findings) {
        this.target = target;
        this.findings = findings;
    }

    void read(InputStream resource) throws IOException {
        byte[] bytes = resource.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            findings.accept(finding("", "has more than " + MAX_BYTES + " bytes; it is no list of days"));
            return;
        }
        String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\r?\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                apply("line " + (i + 1), line);
            }
        }
    }

    private void apply(String where, String line) {
        String[] words = line.split("\\s+", 3);
        LocalDate date;
        try {
            date = LocalDate.parse(words.length > 1 ? words[1] : "");
        } catch (DateTimeException e) {
            findings.accept(finding(where, "needs a real date such as 2027-05-07 as its second word"));
            return;
        }
        switch (words[0]) {
            case "closed" -> target.closed(date, words.length > 2 ? words[2] : "closed by the calendar's resource");
            case "open" -> target.open(date);
            default -> findings.accept(finding(where, "must begin with closed or open"));
        }
    }

    private static Finding finding(String where, String message) {
        return Finding.error("CALENDAR", where, message);
    }
}

package dk.borgerbro.testkit.leak;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks for confidential values in a text: registered ones, and what is confidential by its shape. Thread-safe. */
final class LeakScanner {
    private static final int EXCERPT = 240;
    private static final Pattern CPR_FORM = Pattern.compile("(?<![0-9])([0-9]{6})[- ]?([0-9]{4})(?![0-9])");

    /** Private keys have the same first bytes whatever the key, so Base64 of them is known text, with PEM header or without. */
    private static final Map<String, Pattern> BY_SHAPE = Map.of(
            "private key (PEM)", Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----"),
            "private key (RSA, Base64)", Pattern.compile("IBADANBgkqhkiG9w0BAQEFAASC"),
            "private key (EC, Base64)", Pattern.compile("AwEHBG0wawIBAQQg|DAQcEJzAlAgEBBCA"),
            "signed token (JWT)", Pattern.compile("eyJ[\\w-]{8,}\\.eyJ[\\w-]{8,}\\.[\\w-]{8,}"),
            "bearer token", Pattern.compile("(?i)bearer [\\w.~+/-]{16,}"),
            "basic credentials", Pattern.compile("[Bb]asic (?=[a-z/+]*[A-Z0-9])[A-Za-z0-9+/]{15,}={0,2}"));

    private final Map<String, String> kindByCpr;
    private final Map<String, String> kindByValue;

    LeakScanner(Map<String, String> kindByCpr, Map<String, String> kindByValue) {
        this.kindByCpr = kindByCpr;
        this.kindByValue = kindByValue;
    }

    List<Leak> scan(String place, String text) {
        List<Find> finds = new ArrayList<>();
        Matcher digits = CPR_FORM.matcher(text);
        while (digits.find()) {
            String kind = kindByCpr.get(digits.group(1) + digits.group(2));
            if (kind != null) {
                finds.add(new Find(digits.start(), digits.end(), kind));
            }
        }
        kindByValue.forEach((value, kind) -> {
            int at = text.indexOf(value);
            if (at >= 0) {
                finds.add(new Find(at, at + value.length(), kind));
            }
        });
        BY_SHAPE.forEach((kind, shape) -> {
            Matcher matcher = shape.matcher(text);
            if (matcher.find()) {
                finds.add(new Find(matcher.start(), matcher.end(), kind));
            }
        });
        return finds.isEmpty() ? List.of() : report(place, text, finds);
    }

    private List<Leak> report(String place, String text, List<Find> finds) {
        String harmless = mask(text);
        return finds.stream()
                .map(Find::kind)
                .distinct()
                .sorted()
                .map(kind -> new Leak(kind, place, excerpt(harmless, kind)))
                .toList();
    }

    private String mask(String text) {
        String masked = CPR_FORM.matcher(text).replaceAll(found -> {
            String kind = kindByCpr.get(found.group(1) + found.group(2));
            return Matcher.quoteReplacement(kind == null ? found.group() : mark(kind));
        });
        for (Map.Entry<String, String> value : kindByValue.entrySet()) {
            masked = masked.replace(value.getKey(), mark(value.getValue()));
        }
        for (Map.Entry<String, Pattern> shape : BY_SHAPE.entrySet()) {
            // What follows the beginning of a key is the key.
            String rest = shape.getKey().startsWith("private key") ? "[\\s\\S]*" : "";
            masked = Pattern.compile("(?:" + shape.getValue().pattern() + ")" + rest)
                    .matcher(masked)
                    .replaceAll(Matcher.quoteReplacement(mark(shape.getKey())));
        }
        return masked;
    }

    private static String mark(String kind) {
        return "<<" + kind + ">>";
    }

    private static String excerpt(String harmless, String kind) {
        int at = Math.max(0, harmless.indexOf(mark(kind)));
        int from = Math.max(0, at - EXCERPT / 2);
        int to = Math.min(harmless.length(), at + EXCERPT / 2);
        return (from > 0 ? "..." : "")
                + harmless.substring(from, to).replaceAll("\\s+", " ")
                + (to < harmless.length() ? "..." : "");
    }

    private record Find(int start, int end, String kind) {}
}

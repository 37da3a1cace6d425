package dk.borgerbro.eid.internal.flow;

import java.util.LinkedHashMap;
import java.util.Map;

/** What is known of one login or logout so far, for the audit trail. Grows with the checks, on one thread. Prints nothing. */
public final class Trail {
    /** Identifiers are a few dozen characters; more is somebody's attempt to fill the trail. */
    private static final int LONGEST = 512;

    private final Map<String, String> details = new LinkedHashMap<>();
    private String correlationId;

    /** Begins. */
    public Trail(String correlationId) {
        this.correlationId = correlationId;
    }

    /** {@return the id that ties the events of this login or logout together} */
    public String correlationId() {
        return correlationId;
    }

    /** From now on it goes by an id that it has on both sides. */
    public void belongsTo(String requestId) {
        correlationId = clean(requestId);
    }

    /** Adds one detail, which may come from a message that nobody has verified yet. */
    public Trail put(String name, Object value) {
        details.put(name, clean(value.toString()));
        return this;
    }

    /** {@return all details so far} */
    public Map<String, String> details() {
        return Map.copyOf(details);
    }

    /** Cut, and on one line: whoever writes the trail to a file by lines must not be made to write lines of somebody else's. */
    private static String clean(String text) {
        String cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return cut.chars().noneMatch(Trail::breaksLines)
                ? cut
                : cut.codePoints()
                        .map(c -> breaksLines(c) ? ' ' : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    /** Control characters, and Unicode's own ends of lines and paragraphs. */
    private static boolean breaksLines(int c) {
        return Character.isISOControl(c) || c == 0x2028 || c == 0x2029;
    }
}

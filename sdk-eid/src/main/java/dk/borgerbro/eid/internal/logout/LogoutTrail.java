package dk.borgerbro.eid.internal.logout;

import java.util.LinkedHashMap;
import java.util.Map;

/** What is known of one logout so far, for the audit trail. Grows with the checks, on one thread. Prints nothing. */
final class LogoutTrail {
    /** Identifiers are a few dozen characters; more is somebody's attempt to fill the trail. */
    private static final int LONGEST = 512;

    private final Map<String, String> details = new LinkedHashMap<>();
    private String correlationId;

    LogoutTrail(String correlationId) {
        this.correlationId = correlationId;
    }

    String correlationId() {
        return correlationId;
    }

    Map<String, String> details() {
        return Map.copyOf(details);
    }

    /** From now on the logout goes by an id that it has on both sides. */
    void belongsTo(String requestId) {
        correlationId = cut(requestId);
    }

    LogoutTrail put(String name, Object value) {
        details.put(name, cut(value.toString()));
        return this;
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}

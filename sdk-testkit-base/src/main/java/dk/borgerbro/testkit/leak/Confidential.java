package dk.borgerbro.testkit.leak;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The values that must not turn up in any log line or exception text while tests run.
 *
 * <p>One list for the JVM, on purpose: log output and exceptions belong to the JVM and not to a test, and whoever makes a secret
 * (a simulator, a test) does not know who will be careless with it. Thread-safe.
 */
public final class Confidential {
    private static final int SHORTEST = 6;
    private static final Map<String, String> KIND_BY_VALUE = new ConcurrentHashMap<>();

    private Confidential() {}

    /**
     * Adds a value to look for from now on, for as long as the JVM lives.
     *
     * @param kind what it is, for the report, such as {@code API token}; the report shows this and never the value
     * @param value at least 6 characters, so that no ordinary word is taken for a secret; random values are best
     * @return the same value, so that a secret can be made and registered in one expression
     * @throws IllegalArgumentException if the value is too short to be told from ordinary text
     */
    public static String register(String kind, String value) {
        if (value.length() < SHORTEST) {
            throw new IllegalArgumentException("a " + kind + " of " + value.length()
                    + " characters cannot be told from ordinary text; use a longer one");
        }
        KIND_BY_VALUE.put(value, kind);
        return value;
    }

    static Map<String, String> kindByValue() {
        return KIND_BY_VALUE;
    }
}

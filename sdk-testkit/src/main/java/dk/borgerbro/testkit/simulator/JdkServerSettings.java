package dk.borgerbro.testkit.simulator;

/** The one setting of the JDK's server that it takes from system properties only. */
final class JdkServerSettings {
    private static final String NO_DELAY = "sun.net.httpserver.nodelay";

    private JdkServerSettings() {}

    /**
     * Switches Nagle's algorithm off. On JDK 17 head and body of an answer go out in two packets, and the second would wait some
     * 40 ms for the client to acknowledge the first; newer JDKs write both at once. Read when the first server of the JVM starts;
     * what the user has set is left alone.
     */
    static void sendAnswersAtOnce() {
        if (System.getProperty(NO_DELAY) == null) {
            System.setProperty(NO_DELAY, "true");
        }
    }
}

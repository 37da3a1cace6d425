package dk.borgerbro.testkit.simulator;

/** How clients come in. */
enum Door {
    /** By https with a client certificate, as systems do. */
    MUTUAL_TLS,
    /** By https without a client certificate, as browsers do. */
    TLS,
    /** By plain http, for browsers that should not be taught to trust a test root. */
    PLAIN;

    String scheme() {
        return this == PLAIN ? "http" : "https";
    }
}

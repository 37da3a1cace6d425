package dk.borgerbro.testkit.leak;

/**
 * A confidential value that was seen where it must not be.
 *
 * @param kind what was seen; never the value
 * @param place the logger, stream or exception type that showed it
 * @param excerpt the text around it, with every confidential value replaced by its kind
 */
record Leak(String kind, String place, String excerpt) {
    @Override
    public String toString() {
        return kind + " in " + place + ": " + excerpt;
    }
}

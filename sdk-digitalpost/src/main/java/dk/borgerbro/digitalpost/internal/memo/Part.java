package dk.borgerbro.digitalpost.internal.memo;

/**
 * One element of a sequence.
 *
 * @param name with prefix
 * @param occurs how often it comes
 */
record Part(String name, Occurs occurs, XmlType type) {
    static Part one(String name, XmlType type) {
        return new Part(name, Occurs.ONE, type);
    }

    static Part optional(String name, XmlType type) {
        return new Part(name, Occurs.OPTIONAL, type);
    }

    /** Any number; where the schema sets a limit, rule V13 does. */
    static Part several(String name, XmlType type) {
        return new Part(name, Occurs.SEVERAL, type);
    }

    static Part oneOrMore(String name, XmlType type) {
        return new Part(name, Occurs.ONE_OR_MORE, type);
    }

    /** Required in 1.1 and optional in 1.2. */
    static Part oneIn11(String name, XmlType type) {
        return new Part(name, Occurs.ONE_IN_1_1, type);
    }

    /** How often an element comes. */
    enum Occurs {
        ONE,
        OPTIONAL,
        ONE_IN_1_1,
        ONE_OR_MORE,
        SEVERAL;

        boolean repeats() {
            return this == ONE_OR_MORE || this == SEVERAL;
        }
    }
}

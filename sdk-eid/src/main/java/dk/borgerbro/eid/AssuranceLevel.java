package dk.borgerbro.eid;

/**
 * How surely a person was identified and authenticated, by NSIS (da: sikringsniveau). Ordered by {@link #satisfies}, which knows that
 * {@link #UNKNOWN} is not a level.
 */
public enum AssuranceLevel {
    /** Something that is no NSIS level; satisfies nothing and is satisfied by nothing. */
    UNKNOWN,
    /** NSIS low (da: lav). */
    LOW,
    /** NSIS substantial (da: betydelig). */
    SUBSTANTIAL,
    /** NSIS high (da: høj). */
    HIGH;

    /** {@return whether this level is at least the required one; never, if either is {@link #UNKNOWN}} */
    public boolean satisfies(AssuranceLevel required) {
        return this != UNKNOWN && required != UNKNOWN && compareTo(required) >= 0;
    }
}

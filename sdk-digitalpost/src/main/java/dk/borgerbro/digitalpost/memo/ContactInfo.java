package dk.borgerbro.digitalpost.memo;

/**
 * What a contact point asked the writer for ({@code ContactInfo}).
 *
 * @param label what was asked
 * @param value the answer
 */
public record ContactInfo(String label, String value) {
    /** Prints nothing of the values, which may name a person. */
    @Override
    public String toString() {
        return "ContactInfo(hidden)";
    }
}

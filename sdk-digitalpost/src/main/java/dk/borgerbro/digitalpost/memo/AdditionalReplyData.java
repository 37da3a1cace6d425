package dk.borgerbro.digitalpost.memo;

/**
 * A value that the sender wants back in a reply ({@code AdditionalReplyData}).
 *
 * @param label what it is
 * @param value the value
 */
public record AdditionalReplyData(String label, String value) {
    /** Prints nothing of the values, which may name a person. */
    @Override
    public String toString() {
        return "AdditionalReplyData(hidden)";
    }
}

package dk.borgerbro.digitalpost.memo;

/**
 * Where an action leads ({@code EntryPoint}).
 *
 * @param url an absolute https address of up to 256 characters; kept as text, because official examples hold letters such as
 *     {@code ø} that a strict address would encode
 */
public record EntryPoint(String url) {
    /** Prints nothing of the address, which may name a person or a case. */
    @Override
    public String toString() {
        return "EntryPoint(hidden)";
    }
}

package dk.borgerbro.testkit.nemlogin;

/**
 * A {@code ds:Transform} to be. Only the enveloped signature and canonicalisations are really applied; of the others it is taken
 * that they change nothing, as an XPath filter {@code true()} does not.
 *
 * @param algorithm identifier
 * @param content fragment inside it, empty for none
 */
public record SignedTransform(String algorithm, String content) {
    /** {@return a transform without content} */
    public static SignedTransform of(String algorithm) {
        return new SignedTransform(algorithm, "");
    }
}

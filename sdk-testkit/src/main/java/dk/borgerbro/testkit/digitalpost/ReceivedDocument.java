package dk.borgerbro.testkit.digitalpost;

/**
 * A file of a letter that arrived. The file name may tell about a person, so it is not printed.
 *
 * @param kind {@code MainDocument}, {@code AdditionalDocument} or {@code TechnicalDocument}
 * @param filename as sent
 * @param encodingFormat media type as sent
 * @param bytes size of the decoded content
 */
public record ReceivedDocument(String kind, String filename, String encodingFormat, long bytes) {
    @Override
    public String toString() {
        return kind + "(" + encodingFormat + ", " + bytes + " bytes)";
    }
}

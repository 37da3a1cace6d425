package dk.borgerbro.digitalpost.memo;

/**
 * What is known of a file before its content is read. Texts are the sender's: never make a path of the name.
 *
 * @param document which kind of document it belongs to
 * @param documentNumber position among the documents of that kind, from 1
 * @param fileNumber position in its document, from 1
 * @param encodingFormat media type, empty if it is missing
 * @param filename name that the recipient sees, empty if it is missing
 * @param language of the content, empty if it is missing
 */
public record FileDescription(
        Document document,
        int documentNumber,
        int fileNumber,
        String encodingFormat,
        String filename,
        String language) {
    /** Prints no name: names of files name people. */
    @Override
    public String toString() {
        return "FileDescription(" + document + " " + documentNumber + ", file " + fileNumber + ")";
    }

    /** The kinds of documents. */
    public enum Document {
        /** The letter itself. */
        MAIN,
        /** An attachment. */
        ADDITIONAL,
        /** Data for the recipient's system. */
        TECHNICAL
    }
}

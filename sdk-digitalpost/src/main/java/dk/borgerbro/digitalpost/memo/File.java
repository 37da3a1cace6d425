package dk.borgerbro.digitalpost.memo;

/**
 * One file of a document ({@code File}).
 *
 * @param encodingFormat media type, such as {@code application/pdf}
 * @param filename name that the recipient sees; see rule V11 of {@link MemoValidator} for what it must not hold
 * @param language of the content, two letters such as {@code da}
 * @param content opened whenever the content is needed; never held in memory
 */
public record File(String encodingFormat, String filename, String language, ContentSource content) {
    /** Prints nothing: names of files name people. */
    @Override
    public String toString() {
        return "File(hidden)";
    }
}

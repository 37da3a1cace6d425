package dk.borgerbro.core.support.xml;

/**
 * How much a received document may ask of the reader. Going over a limit refuses the document.
 *
 * @param totalBytes size of the whole document, in bytes
 * @param pieceBytes size of one piece that the parser must hold whole (a start tag with its attributes, a comment, a CDATA section),
 *     in bytes
 * @param textLength length of one text or attribute value, in UTF-16 units; content that is read as a stream is not counted
 * @param depth levels of elements
 * @param attributes attributes of one element
 * @param nameLength length of one name, in UTF-16 units
 * @param distinctNames different names, prefixes and namespaces in the document, since parsers keep them all
 */
public record XmlLimits(
        long totalBytes, int pieceBytes, int textLength, int depth, int attributes, int nameLength, int distinctNames) {
    private static final int KIB = 1024;
    private static final int MIB = 1024 * KIB;

    /** For documents that are read as a stream. */
    public static final XmlLimits STREAM = new XmlLimits(256L * MIB, MIB, MIB, 64, 64, 256, 4096);

    /** For documents that are held whole, such as signed messages: a tree takes many times the size of its bytes. */
    public static final XmlLimits TREE = STREAM.withTotalBytes(16L * MIB);

    /** Refuses limits below one. */
    public XmlLimits {
        if (totalBytes < 1
                || pieceBytes < 1
                || textLength < 1
                || depth < 1
                || attributes < 1
                || nameLength < 1
                || distinctNames < 1) {
            throw new IllegalArgumentException("limits must be positive");
        }
    }

    /** {@return these limits with another size of the document} */
    public XmlLimits withTotalBytes(long bytes) {
        return new XmlLimits(bytes, pieceBytes, textLength, depth, attributes, nameLength, distinctNames);
    }

    /** {@return these limits with another number of levels} */
    public XmlLimits withDepth(int levels) {
        return new XmlLimits(totalBytes, pieceBytes, textLength, levels, attributes, nameLength, distinctNames);
    }

    /** {@return these limits with another length of texts} */
    public XmlLimits withTextLength(int length) {
        return new XmlLimits(totalBytes, pieceBytes, length, depth, attributes, nameLength, distinctNames);
    }
}

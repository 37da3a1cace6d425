package dk.borgerbro.core.support.soap;

/** What of a message a signature covers. */
public enum SignedPart {
    /** The body. */
    BODY,
    /** The time stamp in the security header. */
    TIMESTAMP,
    /** The token in the security header that names the key. */
    TOKEN,
    /** Every WS-Addressing header. */
    ADDRESSING,
    /** Every other header block outside the security header. */
    OTHER_HEADERS
}

package dk.borgerbro.testkit.pki;

/** What a status service may do wrong. */
public enum RevocationFault {
    /** Nothing: the right answer. */
    NONE,
    /** Takes the request and never answers. */
    NO_ANSWER,
    /** Status 500. */
    SERVER_ERROR,
    /** Status 404 to OCSP by GET, and right answers by POST: what the public OCES service does. */
    GET_NOT_FOUND,
    /** Status 200 and bytes that are no answer at all. */
    GARBAGE,
    /** Says that it does not know the certificate (OCSP), or lists nobody in the name of another issuer (CRL). */
    UNKNOWN,
    /** A well-formed answer, but signed by somebody who has no right to. */
    WRONG_SIGNER,
    /** A right answer whose time of validity is over. */
    STALE
}

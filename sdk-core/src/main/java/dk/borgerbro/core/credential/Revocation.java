package dk.borgerbro.core.credential;

/** What to do when nobody can say whether a certificate is revoked. A revoked certificate is always refused. */
public enum Revocation {
    /** Refuse: right where a signature or login depends on it, at the price of depending on the status service. */
    HARD,
    /** Accept, and say so in {@link OcesTrust.Verified#revocationKnown()}. */
    SOFT
}

package dk.borgerbro.eid.internal.saml;

/** What a status means for a login. */
public enum StatusVerdict {
    /** Somebody was authenticated, says the identity provider. */
    SUCCESS,
    /** The user gave up, or could not authenticate. */
    CANCELLED,
    /** A passive question found nobody logged in. */
    NOT_LOGGED_IN,
    /** The level cannot be reached. */
    ASSURANCE_NOT_AVAILABLE,
    /** The identity provider will not. */
    DENIED
}

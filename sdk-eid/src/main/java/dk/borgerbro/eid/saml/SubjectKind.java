package dk.borgerbro.eid.saml;

/** Whether somebody logs in as a private person or on behalf of an organisation. */
public enum SubjectKind {
    /** A natural person (da: privatperson). */
    PERSON,
    /** Somebody who acts for an organisation (da: erhvervsbruger). */
    PROFESSIONAL
}

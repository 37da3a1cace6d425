package dk.borgerbro.eid.saml;

/**
 * The checks of a login answer, in the order in which they are made. Their names are stable: they stand in audit trails and in what users
 * quote to support. None can be switched off.
 */
public enum LoginCheck {
    /** The answer came by POST, as one form field, within the size limit. */
    R01_TRANSPORT,
    /** The XML is well-formed, without document type, and each id is unique. */
    R02_XML,
    /** The message is a SAML 2.0 response by its schema. */
    R03_STRUCTURE,
    /** The response was issued by the identity provider. */
    R04_ISSUER,
    /** The response was meant for this address. */
    R05_DESTINATION,
    /** The response answers a login that this browser began, and no other answer did. */
    R06_IN_RESPONSE_TO,
    /** The response was issued just now. */
    R07_ISSUE_INSTANT,
    /** The identity provider says that the login succeeded. */
    R08_STATUS,
    /** There is one assertion, and it is encrypted. */
    R09_ASSERTION_COUNT,
    /** The assertion can be decrypted with a key of this service. */
    R10_DECRYPTION,
    /** What was decrypted is a SAML 2.0 assertion by its schema. */
    R11_ASSERTION_STRUCTURE,
    /** The assertion is signed. */
    R12_SIGNATURE_MISSING,
    /** The signature covers the assertion and nothing else. */
    R13_SIGNATURE_FORM,
    /** The signature is made with allowed algorithms. */
    R14_SIGNATURE_ALGORITHM,
    /** The signature was made with a key of the identity provider that is trusted now. */
    R15_SIGNATURE_KEY,
    /** The assertion was issued by the identity provider. */
    R16_ASSERTION_ISSUER,
    /** The assertion was issued just now. */
    R17_ASSERTION_ISSUE_INSTANT,
    /** The subject has an identifier of the profile's form. */
    R18_SUBJECT,
    /** The bearer of the assertion is confirmed for this login at this address. */
    R19_SUBJECT_CONFIRMATION,
    /** The conditions hold: time and audience. */
    R20_CONDITIONS,
    /** There is one authentication, and it is recent enough. */
    R21_AUTHENTICATION,
    /** There is one list of attributes without contradictions. */
    R22_ATTRIBUTES,
    /** The attributes are those of the kind of identity that was asked for. */
    R23_ATTRIBUTE_PROFILE,
    /** The level is at least the required one. */
    R24_ASSURANCE,
    /** The assertion was never used before. */
    R25_REPLAY,
    /** The web session got a new id, and a step-up kept its subject. */
    R26_SESSION
}

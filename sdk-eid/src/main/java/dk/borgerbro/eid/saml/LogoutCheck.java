package dk.borgerbro.eid.saml;

/** The checks of logout messages, in the order in which they are made. Their names are stable, and none can be switched off. */
public enum LogoutCheck {
    /** One message came, by a binding of the profile, within the size limit and with each parameter once. */
    L01_TRANSPORT,
    /** The XML is well-formed, without document type, and each id is unique. */
    L02_XML,
    /** The message is a SAML 2.0 logout message by its schema. */
    L03_STRUCTURE,
    /** The message is signed. */
    L04_SIGNATURE_MISSING,
    /** The signature covers the message and nothing else. */
    L05_SIGNATURE_FORM,
    /** The signature is made with allowed algorithms. */
    L06_SIGNATURE_ALGORITHM,
    /** The signature was made with a key of the identity provider that is trusted now. */
    L07_SIGNATURE_KEY,
    /** The message was issued by the identity provider. */
    L08_ISSUER,
    /** The message was meant for this address. */
    L09_DESTINATION,
    /** The message was issued just now and has not expired. */
    L10_TIME,
    /** The message was never used before. */
    L11_REPLAY,
    /** The request names a subject. */
    L12_SUBJECT,
    /** The answer belongs to a logout that this browser began. */
    L13_IN_RESPONSE_TO
}

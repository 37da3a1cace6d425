package dk.borgerbro.eid.internal.saml;

/** What an engine checks, in this order. */
public enum EngineCheck {
    /** Well-formed, no document type, no XInclude, not too deep, unique ids; the outer message. */
    XML,
    /** The outer message is valid by the SAML schema. */
    STRUCTURE,
    /** A key opens the assertion, with allowed algorithms. One text for all causes. */
    DECRYPTION,
    /** What was decrypted is well-formed as the outer message must be, and an assertion by the SAML schema. */
    ASSERTION_STRUCTURE,
    /** There is a signature. */
    SIGNATURE_MISSING,
    /** The signature has one reference, to its parent, and only the transforms of the profile. */
    SIGNATURE_FORM,
    /** Signature, digest and canonicalisation are allowed. */
    SIGNATURE_ALGORITHM,
    /** One of the trusted keys made it, and what it covers is unchanged. */
    SIGNATURE_KEY
}

package dk.borgerbro.eid.internal.binding;

/** The parameter in which a message travels (SAML bindings 3.4.4 and 3.5.4). */
public enum MessageParameter {
    /** A message that asks for something. */
    REQUEST("SAMLRequest"),
    /** A message that answers. */
    RESPONSE("SAMLResponse");

    private final String wire;

    MessageParameter(String wire) {
        this.wire = wire;
    }

    /** {@return the name on the wire} */
    public String wire() {
        return wire;
    }
}

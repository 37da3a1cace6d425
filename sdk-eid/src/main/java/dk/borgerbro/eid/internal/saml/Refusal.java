package dk.borgerbro.eid.internal.saml;

/** An engine's no. Holds nothing of the message. */
public final class Refusal extends Exception {
    private final EngineCheck check;
    private final String path;
    private final String reason;

    /**
     * Refuses.
     *
     * @param path the element, by the names of the schema only
     * @param reason what is wrong and the likely fix, without content of the message
     */
    public Refusal(EngineCheck check, String path, String reason) {
        super(path + ": " + reason);
        this.check = check;
        this.path = path;
        this.reason = reason;
    }

    /** {@return the check that failed} */
    public EngineCheck check() {
        return check;
    }

    /** {@return the element that failed it} */
    public String path() {
        return path;
    }

    /** {@return what is wrong} */
    public String reason() {
        return reason;
    }
}

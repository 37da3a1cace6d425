package dk.borgerbro.eid.internal.binding;

/** What came is not one message by a binding of the profile. Holds nothing of what came. */
public final class TransportFault extends Exception {
    private final String path;
    private final String reason;

    /**
     * Refuses.
     *
     * @param path the parameter or header, by the standard's name
     * @param reason what is wrong and the likely fix, without content of the message
     */
    public TransportFault(String path, String reason) {
        super(path + ": " + reason);
        this.path = path;
        this.reason = reason;
    }

    /** {@return the parameter or header that is wrong} */
    public String path() {
        return path;
    }

    /** {@return what is wrong} */
    public String reason() {
        return reason;
    }
}

package dk.borgerbro.testkit.nemlogin;

/** The identity provider refuses a message: a fault of the service provider, for its developer to read. */
public final class TechnicalError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Names the fault.
     *
     * @param what is wrong with the message, without its personal content
     */
    public TechnicalError(String what) {
        super(what);
    }
}

package dk.borgerbro.core.error;

/** The same business key was used before with other content; nothing was sent. Whoever chose the key must act. */
public final class IdempotencyConflictException extends SdkException {
    /**
     * Creates the error.
     *
     * @param call the refused call
     * @param key the business key, which holds no personal data
     */
    public IdempotencyConflictException(CallReference call, String key) {
        super(
                call,
                "was not sent: the key '" + key + "' stands for other content already;"
                        + " a changed letter, payment or report is a new event and needs a key of its own",
                null);
    }

    @Override
    public Responsibility responsibility() {
        return Responsibility.INPUT;
    }

    @Override
    public boolean isRetryable() {
        return false;
    }
}

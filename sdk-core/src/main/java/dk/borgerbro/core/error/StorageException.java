package dk.borgerbro.core.error;

import org.jspecify.annotations.Nullable;

/**
 * The application's own storage, such as the database of the journal, could not be read or written. Whoever runs the application must
 * act. Before a write it means that nothing was sent.
 */
public final class StorageException extends SdkException {
    private final boolean retryable;

    /**
     * Creates the error.
     *
     * @param call the failed step, such as {@code journal.claim}
     * @param message what went wrong and the likely fix, without stored values
     * @param retryable whether the same step may succeed later without anything being changed
     * @param cause the fault below if there is one, without a text that quotes stored values
     */
    public StorageException(CallReference call, String message, boolean retryable, @Nullable Throwable cause) {
        super(call, message, cause);
        this.retryable = retryable;
    }

    @Override
    public Responsibility responsibility() {
        return Responsibility.SETUP;
    }

    @Override
    public boolean isRetryable() {
        return retryable;
    }
}

package dk.borgerbro.core.error;

import org.jspecify.annotations.Nullable;

/** No usable answer came. For a read that is all there is to say; for a write one of the two subclasses is thrown. */
public class TransportException extends SdkException {
    /**
     * Creates the error.
     *
     * @param call the failed call
     * @param message what went wrong and the likely fix, without addresses that hold personal data
     * @param cause the fault below, if there is one
     */
    public TransportException(CallReference call, String message, @Nullable Throwable cause) {
        super(call, message, cause);
    }

    @Override
    public Responsibility responsibility() {
        return Responsibility.NETWORK;
    }

    @Override
    public boolean isRetryable() {
        return true;
    }
}

package dk.borgerbro.core.token;

/** Gives the token to use now and renews it ahead of its end; concurrent callers share one request. Thread-safe. */
public interface TokenSource {
    /**
     * {@return a token that is valid now}
     *
     * @throws dk.borgerbro.core.error.SdkException if none can be had
     */
    AccessToken token();

    /** Drops a token that the service refused, so that the next call fetches another; a newer one is kept. */
    void invalidate(AccessToken refused);
}

package dk.borgerbro.core.internal.token;

import dk.borgerbro.core.error.CallReference;
import dk.borgerbro.core.error.NotSentException;
import dk.borgerbro.core.error.SdkException;
import dk.borgerbro.core.token.AccessToken;
import dk.borgerbro.core.token.TokenSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one token and renews it ahead of its end, with one request however many threads ask.
 *
 * <p>While the old token is still good, one thread renews and the others go on with the old one; if renewing fails, the old one
 * serves on and renewing is tried again a little later. Without a good token all wait for the one request and share its
 * failure. A token that is bound to a certificate is dropped when the certificate changes.
 */
public final class CachingTokenSource implements TokenSource {
    private static final Duration LONGEST_MARGIN = Duration.ofMinutes(2);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);

    private final Supplier<AccessToken> fetch;
    private final Supplier<?> boundTo;
    private final Clock clock;
    private final AtomicReference<@Nullable Held> held = new AtomicReference<>();
    private final AtomicReference<@Nullable CompletableFuture<AccessToken>> inFlight = new AtomicReference<>();

    /**
     * Creates a source.
     *
     * @param fetch fetches a token from the service
     * @param boundTo what a token belongs to, such as the certificate in use; compared by equality
     * @param clock tells the time
     */
    public CachingTokenSource(Supplier<AccessToken> fetch, Supplier<?> boundTo, Clock clock) {
        this.fetch = fetch;
        this.boundTo = boundTo;
        this.clock = clock;
    }

    @Override
    public AccessToken token() {
        Object binding = boundTo.get();
        Held current = held.get();
        Instant now = clock.instant();
        if (current == null || !current.isGood(binding, now)) {
            return fetchTogether(binding);
        }
        return now.isBefore(current.renewFrom) ? current.token : renewAhead(current, binding);
    }

    @Override
    public void invalidate(AccessToken refused) {
        Held current = held.get();
        if (current != null && current.token.equals(refused)) {
            held.compareAndSet(current, null);
        }
    }

    private AccessToken renewAhead(Held current, Object binding) {
        CompletableFuture<AccessToken> mine = new CompletableFuture<>();
        if (!inFlight.compareAndSet(null, mine)) {
            return current.token;
        }
        try {
            return fetchAlone(mine, binding);
        } catch (SdkException stillGood) {
            held.compareAndSet(current, current.renewingFrom(clock.instant().plus(PAUSE_AFTER_FAILURE)));
            return current.token;
        }
    }

    private AccessToken fetchTogether(Object binding) {
        CompletableFuture<AccessToken> mine = new CompletableFuture<>();
        CompletableFuture<AccessToken> others = inFlight.compareAndExchange(null, mine);
        return others == null ? fetchAlone(mine, binding) : await(others);
    }

    /** Whoever put its future in flight fetches, unless another finished just before. */
    private AccessToken fetchAlone(CompletableFuture<AccessToken> mine, Object binding) {
        try {
            AccessToken token = freshOrFetched(binding);
            mine.complete(token);
            return token;
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            inFlight.set(null);
        }
    }

    private AccessToken freshOrFetched(Object binding) {
        Held current = held.get();
        Instant now = clock.instant();
        if (current != null && current.isGood(binding, now) && now.isBefore(current.renewFrom)) {
            return current.token;
        }
        AccessToken token = fetch.get();
        held.set(Held.of(token, binding, clock.instant()));
        return token;
    }

    private static AccessToken await(CompletableFuture<AccessToken> others) {
        try {
            return others.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotSentException(CallReference.local("token", "wait"), "the thread was interrupted", null);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SdkException shared) {
                throw shared;
            }
            throw new IllegalStateException("fetching a token failed", e.getCause());
        }
    }

    /** A token, what it belongs to, and when to renew it: a tenth of its life ahead of the end, at most two minutes. */
    private record Held(AccessToken token, Object binding, Instant renewFrom) {
        static Held of(AccessToken token, Object binding, Instant now) {
            if (token.expiresAt().equals(Instant.MAX)) {
                return new Held(token, binding, Instant.MAX);
            }
            Duration margin = Duration.between(now, token.expiresAt()).dividedBy(10);
            Duration kept = margin.compareTo(LONGEST_MARGIN) > 0 ? LONGEST_MARGIN : margin;
            return new Held(token, binding, token.expiresAt().minus(kept));
        }

        Held renewingFrom(Instant later) {
            return new Held(token, binding, later);
        }

        boolean isGood(Object wanted, Instant now) {
            return binding.equals(wanted) && now.isBefore(token.expiresAt());
        }
    }
}

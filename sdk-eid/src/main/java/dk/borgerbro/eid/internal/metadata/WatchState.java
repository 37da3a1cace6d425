package dk.borgerbro.eid.internal.metadata;

import dk.borgerbro.core.error.SdkException;
import dk.borgerbro.eid.saml.IdentityProvider;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a watch knows. Immutable. */
final class WatchState {
    private final IdentityProvider provider;
    private final byte[] metadata;
    private final Instant loadedAt;
    private final Instant judgedAt;
    private final Instant checkedAt;
    private final int failuresInARow;
    private final @Nullable SdkException failure;
    private final List<String> notes;

    private WatchState(
            IdentityProvider provider,
            byte[] metadata,
            Instant loadedAt,
            Instant judgedAt,
            Instant checkedAt,
            int failuresInARow,
            @Nullable SdkException failure,
            List<String> notes) {
        this.provider = provider;
        this.metadata = metadata;
        this.loadedAt = loadedAt;
        this.judgedAt = judgedAt;
        this.checkedAt = checkedAt;
        this.failuresInARow = failuresInARow;
        this.failure = failure;
        this.notes = notes;
    }

    static WatchState good(IdentityProvider provider, byte[] metadata, Instant loadedAt, List<String> notes) {
        return new WatchState(provider, metadata, loadedAt, loadedAt, loadedAt, 0, null, notes);
    }

    WatchState seenUnchanged(Instant now) {
        return new WatchState(provider, metadata, now, judgedAt, now, 0, null, notes);
    }

    WatchState failed(SdkException why, Instant now, IdentityProvider kept) {
        return new WatchState(kept, metadata, loadedAt, judgedAt, now, failuresInARow + 1, why, notes);
    }

    boolean differsFrom(WatchState before) {
        return !Arrays.equals(metadata, before.metadata)
                || !provider.signingCertificates().equals(before.provider.signingCertificates());
    }

    List<String> troubles() {
        if (failure == null) {
            return notes;
        }
        String times = failuresInARow == 1 ? "once" : failuresInARow + " times in a row";
        return List.of("the metadata could not be refreshed, " + times + "; those of " + loadedAt
                + " are in use; the last failure: " + failure.getMessage());
    }

    IdentityProvider provider() {
        return provider;
    }

    byte[] metadata() {
        return metadata;
    }

    Instant loadedAt() {
        return loadedAt;
    }

    Instant judgedAt() {
        return judgedAt;
    }

    Instant checkedAt() {
        return checkedAt;
    }

    int failuresInARow() {
        return failuresInARow;
    }

    @Nullable
    SdkException failure() {
        return failure;
    }
}

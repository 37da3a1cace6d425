package dk.borgerbro.digitalpost.internal;

import dk.borgerbro.core.config.ClientSettings;
import dk.borgerbro.core.journal.Journal;
import dk.borgerbro.core.support.CallPipeline;
import dk.borgerbro.digitalpost.memo.MemoValidator;
import dk.borgerbro.digitalpost.memo.MemoVersion;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What a client and its views share.
 *
 * @param pipeline the connections
 * @param journal what was sent
 * @param settings limits, listeners, clock
 * @param rules what may be sent
 * @param version of the format in which letters are written
 * @param messageUuids makes new ids
 */
record Shared(
        CallPipeline pipeline,
        Journal journal,
        ClientSettings settings,
        MemoValidator rules,
        MemoVersion version,
        Supplier<UUID> messageUuids) {
    /** Covers what happens around a call; a claim must not run out while its call is under way. */
    private static final Duration LEASE_MARGIN = Duration.ofMinutes(1);

    Duration lease() {
        return settings.timeouts().call().plus(LEASE_MARGIN);
    }
}

package dk.borgerbro.digitalpost.internal;

import dk.borgerbro.core.config.ClientSettings;
import dk.borgerbro.core.journal.Journal;
import dk.borgerbro.core.support.CallPipeline;
import dk.borgerbro.digitalpost.memo.MemoValidator;
import dk.borgerbro.digitalpost.memo.MemoVersion;
import java.time.Duration;
import java.util.UUID;

/**
 * What a client and its views share.
 *
 * @param pipeline the connections
 * @param journal what was sent
 * @param settings limits, listeners, clock
 * @param rules what may be sent
 * @param version of the format in which letters are written
 */
record Shared(
        CallPipeline pipeline, Journal journal, ClientSettings settings, MemoValidator rules, MemoVersion version) {
    /** Covers what happens around a call; a claim must not run out while its call is under way. */
    private static final Duration LEASE_MARGIN = Duration.ofMinutes(1);

    Duration lease() {
        return settings.timeouts().call().plus(LEASE_MARGIN);
    }

    /** {@return a version-4 UUID (RFC 9562 section 5.4)} */
    UUID newMessageUuid() {
        long high = (settings.random().nextLong() & ~0xF000L) | 0x4000L;
        long low = (settings.random().nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}

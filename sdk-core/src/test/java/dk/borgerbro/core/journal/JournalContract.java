package dk.borgerbro.core.journal;

import static dk.borgerbro.core.journal.JournalState.ACCEPTED;
import static dk.borgerbro.core.journal.JournalState.NOT_SENT;
import static dk.borgerbro.core.journal.JournalState.REFUSED;
import static dk.borgerbro.core.journal.JournalState.STARTED;
import static dk.borgerbro.core.journal.JournalState.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dk.borgerbro.core.config.IdempotencyKey;
import dk.borgerbro.core.error.IdempotencyConflictException;
import dk.borgerbro.core.error.InvalidInputException;
import dk.borgerbro.core.error.Responsibility;
import dk.borgerbro.core.id.CvrNumber;
import dk.borgerbro.core.journal.Claim.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every journal does, whatever it is kept in. */
abstract class JournalContract {
    static final CvrNumber AUTHORITY = CvrNumber.of("10000009");
    static final CvrNumber OTHER_AUTHORITY = CvrNumber.of("10000017");
    static final Duration LEASE = Duration.ofMinutes(5);
    static final String DIGEST = "ab".repeat(32);
    static final String OTHER_DIGEST = "cd".repeat(32);

    final TestClock clock = new TestClock(Instant.parse("2026-03-01T10:00:00.123456Z"));
    private Journal journal;

    /** {@return a new journal on this test's clock; every call opens another node's view of the same store} */
    abstract Journal open();

    @BeforeEach
    void openJournal() {
        journal = open();
    }

    static JournalKey key(String name) {
        return new JournalKey("digitalpost", AUTHORITY, IdempotencyKey.of(name));
    }

    private Claim claim(String name) {
        return journal.claim(key(name), DIGEST, Map.of("messageUuid", "uuid-of-" + name), LEASE);
    }

    @Test
    void newEventIsToBeSentUnderTheGivenIds() {
        Claim claim = claim("brev-1");

        assertThat(claim.verdict()).isEqualTo(Verdict.SEND);
        assertThat(claim.token()).isNotEmpty();
        JournalEntry expected = new JournalEntry(
                key("brev-1"),
                Map.of("messageUuid", "uuid-of-brev-1"),
                DIGEST,
                STARTED,
                "",
                1,
                clock.instant(),
                clock.instant());
        assertThat(claim.entry()).isEqualTo(expected);
        assertThat(open().find(key("brev-1"))).contains(expected);
    }

    @Test
    void unknownEventIsNotFound() {
        assertThat(journal.find(key("brev-1"))).isEmpty();
        assertThat(journal.findByWireId("digitalpost", "messageUuid", "uuid")).isEmpty();
    }

    @Test
    void eventUnderWayIsBusyForEveryoneElse() {
        claim("brev-1");

        Claim second = open().claim(key("brev-1"), DIGEST, Map.of("messageUuid", "another"), LEASE);

        assertThat(second.verdict()).isEqualTo(Verdict.BUSY);
        assertThat(second.token()).isEmpty();
        assertThat(second.entry().wireIds()).containsEntry("messageUuid", "uuid-of-brev-1");
        assertThat(second.entry().claims()).isEqualTo(1);
    }

    @Test
    void acceptedEventHandsOutTheStoredAnswerForEver() {
        journal.settle(claim("brev-1"), ACCEPTED, "kvittering æøå 📨");
        clock.advance(Duration.ofDays(400));

        Claim again = claim("brev-1");

        assertThat(again.verdict()).isEqualTo(Verdict.DONE);
        assertThat(again.token()).isEmpty();
        assertThat(again.entry().state()).isEqualTo(ACCEPTED);
        assertThat(again.entry().answer()).isEqualTo("kvittering æøå 📨");
    }

    @ParameterizedTest
    @EnumSource(names = {"NOT_SENT", "REFUSED"})
    void eventThatDidNotHappenMayBeSentAgainUnderTheSameIds(JournalState outcome) {
        journal.settle(claim("brev-1"), outcome, "no");

        Claim again = journal.claim(key("brev-1"), DIGEST, Map.of("messageUuid", "another"), LEASE);

        assertThat(again.verdict()).isEqualTo(Verdict.SEND);
        assertThat(again.entry().wireIds()).containsEntry("messageUuid", "uuid-of-brev-1");
        assertThat(again.entry().state()).isEqualTo(STARTED);
        assertThat(again.entry().claims()).isEqualTo(2);
        assertThat(journal.settle(again, ACCEPTED, "yes").answer()).isEqualTo("yes");
    }

    @Test
    void unknownOutcomeIsToBeResolved() {
        assertThat(journal.settle(claim("brev-1"), UNKNOWN, "").state()).isEqualTo(UNKNOWN);

        Claim resolve = claim("brev-1");

        assertThat(resolve.verdict()).isEqualTo(Verdict.RESOLVE);
        assertThat(resolve.entry().state()).isEqualTo(UNKNOWN);
        assertThat(claim("brev-1").verdict()).isEqualTo(Verdict.BUSY);
        assertThat(journal.settle(resolve, ACCEPTED, "found").state()).isEqualTo(ACCEPTED);
    }

    @Test
    void lostClaimCountsAsUnknownFromTheMomentItsLeaseHasRunOut() {
        claim("brev-1");

        clock.advance(LEASE.minusNanos(1000));
        assertThat(claim("brev-1").verdict()).isEqualTo(Verdict.BUSY);
        clock.advance(Duration.ofNanos(1000));
        Claim resolve = claim("brev-1");

        assertThat(resolve.verdict()).isEqualTo(Verdict.RESOLVE);
        assertThat(resolve.entry().state()).isEqualTo(UNKNOWN);
    }

    @Test
    void repeatThatWasNotSentLeavesTheEarlierTryUnknown() {
        journal.settle(claim("brev-1"), UNKNOWN, "cut off after 300 bytes");

        JournalEntry entry = journal.settle(claim("brev-1"), NOT_SENT, "");

        assertThat(entry.state()).isEqualTo(UNKNOWN);
        assertThat(entry.answer()).isEqualTo("cut off after 300 bytes");
        assertThat(claim("brev-1").verdict()).isEqualTo(Verdict.RESOLVE);
    }

    @Test
    void lookUpThatFoundNothingAllowsSendingAgain() {
        journal.settle(claim("brev-1"), UNKNOWN, "");
        journal.settle(claim("brev-1"), REFUSED, "never arrived");

        assertThat(claim("brev-1").verdict()).isEqualTo(Verdict.SEND);
    }

    @Test
    void lateHolderDecidesIfNobodyElseClaimedMeanwhile() {
        Claim late = claim("brev-1");
        clock.advance(LEASE.plusHours(1));

        assertThat(journal.settle(late, REFUSED, "no").state()).isEqualTo(REFUSED);
    }

    @ParameterizedTest
    @EnumSource(names = {"NOT_SENT", "REFUSED", "UNKNOWN"})
    void lateHolderCannotTakeTheEventFromTheNewest(JournalState outcome) {
        Claim late = claim("brev-1");
        clock.advance(LEASE);
        Claim newest = claim("brev-1");

        JournalEntry entry = journal.settle(late, outcome, "late");

        assertThat(entry).isEqualTo(newest.entry());
        assertThat(claim("brev-1").verdict()).isEqualTo(Verdict.BUSY);
        assertThat(journal.settle(newest, REFUSED, "newest").state()).isEqualTo(REFUSED);
    }

    @ParameterizedTest
    @EnumSource(names = {"NOT_SENT", "REFUSED", "UNKNOWN"})
    void lateHolderCannotSpeakForTheNewestAfterItEndedUnknown(JournalState outcome) {
        Claim late = claim("brev-1");
        clock.advance(LEASE);
        journal.settle(claim("brev-1"), UNKNOWN, "");

        assertThat(journal.settle(late, outcome, "late").state()).isEqualTo(UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource(names = {"NOT_SENT", "REFUSED", "UNKNOWN"})
    void lateAcceptanceIsKnowledgeWhateverTheNewestFound(JournalState newestFound) {
        Claim late = claim("brev-1");
        clock.advance(LEASE);
        journal.settle(claim("brev-1"), newestFound, "newest");

        JournalEntry entry = journal.settle(late, ACCEPTED, "late receipt");

        assertThat(entry.state()).isEqualTo(ACCEPTED);
        assertThat(entry.answer()).isEqualTo("late receipt");
        assertThat(claim("brev-1").verdict()).isEqualTo(Verdict.DONE);
    }

    @ParameterizedTest
    @EnumSource(names = "STARTED", mode = EnumSource.Mode.EXCLUDE)
    void nothingReplacesAnAcceptance(JournalState outcome) {
        Claim late = claim("brev-1");
        clock.advance(LEASE);
        Claim newest = claim("brev-1");
        journal.settle(late, ACCEPTED, "first receipt");

        JournalEntry entry = journal.settle(newest, outcome, "second");

        assertThat(entry.state()).isEqualTo(ACCEPTED);
        assertThat(entry.answer()).isEqualTo("first receipt");
    }

    @Test
    void settlingTwiceChangesNothingMore() {
        Claim claim = claim("brev-1");
        JournalEntry first = journal.settle(claim, REFUSED, "no");
        clock.advance(Duration.ofSeconds(1));

        assertThat(journal.settle(claim, REFUSED, "no")).isEqualTo(first);
        assertThat(journal.settle(claim, NOT_SENT, "")).isEqualTo(first);
    }

    @ParameterizedTest
    @EnumSource(names = "STARTED", mode = EnumSource.Mode.EXCLUDE)
    void keyWithOtherContentIsAConflictInEveryState(JournalState state) {
        journal.settle(claim("brev-1"), state, "");
        JournalEntry before = journal.find(key("brev-1")).orElseThrow();

        assertThatExceptionOfType(IdempotencyConflictException.class)
                .isThrownBy(() -> journal.claim(key("brev-1"), OTHER_DIGEST, Map.of(), LEASE))
                .withMessageContaining("brev-1")
                .satisfies(e -> assertThat(e.responsibility()).isEqualTo(Responsibility.INPUT));
        assertThat(journal.find(key("brev-1"))).contains(before);
    }

    @Test
    void keyWithOtherContentIsAConflictWhileUnderWay() {
        claim("brev-1");

        assertThatExceptionOfType(IdempotencyConflictException.class)
                .isThrownBy(() -> journal.claim(key("brev-1"), OTHER_DIGEST, Map.of(), LEASE));
    }

    @Test
    void authoritiesAndServicesHaveKeysOfTheirOwn() {
        claim("brev-1");
        JournalKey otherAuthority = new JournalKey("digitalpost", OTHER_AUTHORITY, IdempotencyKey.of("brev-1"));
        JournalKey otherService = new JournalKey("nemkonto", AUTHORITY, IdempotencyKey.of("brev-1"));

        assertThat(journal.claim(otherAuthority, OTHER_DIGEST, Map.of(), LEASE).verdict())
                .isEqualTo(Verdict.SEND);
        assertThat(journal.claim(otherService, OTHER_DIGEST, Map.of(), LEASE).verdict())
                .isEqualTo(Verdict.SEND);
    }

    @Test
    void entryIsFoundByEachOfItsWireIds() {
        Map<String, String> ids = Map.of("messageUuid", "M-1", "batch", "B 1/2");
        journal.claim(key("brev-1"), DIGEST, ids, LEASE);
        journal.claim(key("brev-2"), DIGEST, Map.of("messageUuid", "M-2"), LEASE);

        assertThat(journal.findByWireId("digitalpost", "messageUuid", "M-1"))
                .hasValueSatisfying(entry -> assertThat(entry.wireIds()).isEqualTo(ids));
        assertThat(journal.findByWireId("digitalpost", "batch", "B 1/2"))
                .hasValueSatisfying(entry -> assertThat(entry.key()).isEqualTo(key("brev-1")));
        assertThat(journal.findByWireId("digitalpost", "messageUuid", "m-1")).isEmpty();
        assertThat(journal.findByWireId("digitalpost", "batch", "M-1")).isEmpty();
        assertThat(journal.findByWireId("nemkonto", "messageUuid", "M-1")).isEmpty();
    }

    @Test
    void wireIdOfAnotherEventIsRefusedAndNothingIsClaimed() {
        claim("brev-1");

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> journal.claim(
                        key("brev-2"), DIGEST, Map.of("a", "new", "messageUuid", "uuid-of-brev-1"), LEASE))
                .satisfies(e -> assertThat(e.findings()).extracting("rule").containsExactly("WIRE_ID"));
        assertThat(journal.find(key("brev-2"))).isEmpty();
        assertThat(journal.findByWireId("digitalpost", "a", "new")).isEmpty();
    }

    @Test
    void unresolvedEventsAreClaimedOldestFirst() {
        for (String name : List.of("c", "a", "b")) {
            journal.settle(claim(name), UNKNOWN, "");
            clock.advance(Duration.ofSeconds(1));
        }

        List<Claim> claims = journal.claimUnresolved("digitalpost", clock.instant(), LEASE, 2);

        assertThat(claims).extracting(Claim::verdict).containsOnly(Verdict.RESOLVE);
        assertThat(claims).extracting(claim -> claim.entry().key()).containsExactly(key("c"), key("a"));
        assertThat(claims)
                .extracting(claim -> claim.entry().wireIds().get("messageUuid"))
                .containsExactly("uuid-of-c", "uuid-of-a");
        assertThat(claims).extracting(claim -> claim.entry().updatedAt()).containsOnly(clock.instant());
        assertThat(claim("c").verdict()).isEqualTo(Verdict.BUSY);
        assertThat(journal.settle(claims.get(0), ACCEPTED, "found").state()).isEqualTo(ACCEPTED);
    }

    @Test
    void lostClaimsAreUnresolvedAndHeldOnesAreNot() {
        claim("lost");
        clock.advance(LEASE);
        claim("held");

        assertThat(journal.claimUnresolved("digitalpost", clock.instant(), LEASE, 10))
                .extracting(claim -> claim.entry().key(), claim -> claim.entry().state())
                .containsExactly(org.assertj.core.groups.Tuple.tuple(key("lost"), UNKNOWN));
        assertThat(journal.claimUnresolved("digitalpost", clock.instant(), LEASE, 10))
                .isEmpty();
    }

    @Test
    void settledEventsOtherServicesAndYoungEventsAreLeftAlone() {
        journal.settle(claim("accepted"), ACCEPTED, "");
        journal.settle(claim("refused"), REFUSED, "");
        journal.settle(claim("not-sent"), NOT_SENT, "");
        Instant before = clock.instant();
        clock.advance(Duration.ofSeconds(1));
        journal.settle(claim("young"), UNKNOWN, "");

        assertThat(journal.claimUnresolved("digitalpost", before, LEASE, 10)).isEmpty();
        assertThat(journal.claimUnresolved("nemkonto", clock.instant(), LEASE, 10))
                .isEmpty();
        assertThat(journal.claimUnresolved("digitalpost", Instant.MAX, LEASE, 10))
                .hasSize(1);
        assertThat(journal.claimUnresolved("digitalpost", Instant.MIN, LEASE, 10))
                .isEmpty();
    }

    @Test
    void eventThatStaysUnknownGoesToTheEndOfTheQueue() {
        journal.settle(claim("first"), UNKNOWN, "");
        clock.advance(Duration.ofSeconds(1));
        journal.settle(claim("second"), UNKNOWN, "");
        clock.advance(Duration.ofSeconds(1));
        Claim first = journal.claimUnresolved("digitalpost", clock.instant(), LEASE, 1)
                .get(0);
        journal.settle(first, UNKNOWN, "");

        assertThat(journal.claimUnresolved("digitalpost", clock.instant(), LEASE, 1))
                .extracting(claim -> claim.entry().key())
                .containsExactly(key("second"));
    }

    @Test
    void manyUnresolvedEventsAreClaimedWithTheirOwnIds() {
        for (int i = 0; i < 1100; i++) {
            journal.settle(claim("brev-" + i), UNKNOWN, "");
        }

        List<Claim> claims = journal.claimUnresolved("digitalpost", clock.instant(), LEASE, 10_000);

        assertThat(claims)
                .hasSize(1100)
                .allSatisfy(claim -> assertThat(claim.entry().wireIds())
                        .containsEntry(
                                "messageUuid", "uuid-of-" + claim.entry().key().key()));
    }

    @Test
    void sixteenThreadsClaimTheSameKeysAndOneSendsEach() throws Exception {
        List<JournalKey> keys =
                IntStream.range(0, 200).mapToObj(i -> key("brev-" + i)).toList();
        Journal other = open();

        List<Claim> claims = Together.run(16, thread -> {
            Journal node = thread % 2 == 0 ? journal : other;
            return keys.stream()
                    .map(key -> node.claim(key, DIGEST, Map.of("id", key.key().value()), LEASE))
                    .toList();
        });

        assertThat(claims).hasSize(16 * 200);
        Map<JournalKey, Long> sends = claims.stream()
                .filter(claim -> claim.verdict() == Verdict.SEND)
                .collect(Collectors.groupingBy(claim -> claim.entry().key(), Collectors.counting()));
        assertThat(sends)
                .hasSize(200)
                .allSatisfy((key, count) -> assertThat(count).isEqualTo(1));
        assertThat(claims)
                .filteredOn(claim -> claim.verdict() != Verdict.SEND)
                .allSatisfy(claim -> assertThat(claim.verdict()).isEqualTo(Verdict.BUSY));
    }

    @Test
    void sixteenThreadsClaimTheSameUnknownEventsAndOneResolvesEach() throws Exception {
        for (int i = 0; i < 100; i++) {
            journal.settle(claim("brev-" + i), UNKNOWN, "");
        }

        List<JournalKey> resolved = Together.run(16, thread -> {
            Journal node = open();
            return IntStream.range(0, 100)
                    .mapToObj(i -> node.claim(key("brev-" + i), DIGEST, Map.of(), LEASE))
                    .filter(claim -> claim.verdict() == Verdict.RESOLVE)
                    .map(claim -> claim.entry().key())
                    .toList();
        });

        assertThat(resolved).hasSize(100).doesNotHaveDuplicates();
    }

    @Test
    void nodesThatShareTheLookingUpNeverGetTheSameEvent() throws Exception {
        for (int i = 0; i < 300; i++) {
            journal.settle(claim("brev-" + i), UNKNOWN, "");
        }

        List<Claim> claims = Together.run(8, thread -> {
            Journal node = open();
            List<Claim> mine = new java.util.ArrayList<>();
            List<Claim> batch;
            do {
                batch = node.claimUnresolved("digitalpost", clock.instant(), LEASE, 7);
                mine.addAll(batch);
            } while (!batch.isEmpty());
            return mine;
        });

        assertThat(claims).extracting(claim -> claim.entry().key()).doesNotHaveDuplicates();
        // A node may leave early because others held the rest for a moment, but nothing stays behind for the next look.
        int rest = journal.claimUnresolved("digitalpost", clock.instant(), LEASE, 1000)
                .size();
        assertThat(claims.size() + rest).isEqualTo(300);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "g", "ABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABAB"})
    void digestOfAnotherFormIsRefused(String digest) {
        assertRefused(() -> journal.claim(key("brev-1"), digest, Map.of(), LEASE), "contentDigest");
    }

    @Test
    void wireIdsOfAnotherFormAreRefusedWithoutQuotingThem() {
        assertRefused(() -> journal.claim(key("k"), DIGEST, Map.of("navn", "Åse"), LEASE), "wireIds.navn");
        assertRefused(() -> journal.claim(key("k"), DIGEST, Map.of("navn", ""), LEASE), "wireIds.navn");
        assertRefused(() -> journal.claim(key("k"), DIGEST, Map.of("navn", "x".repeat(201)), LEASE), "wireIds.navn");
        assertRefused(() -> journal.claim(key("k"), DIGEST, Map.of("n\nn", "x"), LEASE), "wireIds");
        Map<String, String> many =
                IntStream.range(0, 17).boxed().collect(Collectors.toMap(i -> "id" + i, i -> Integer.toString(i)));
        assertRefused(() -> journal.claim(key("k"), DIGEST, many, LEASE), "wireIds");
    }

    @Test
    void leasesAndLimitsOutOfRangeAreRefused() {
        for (Duration lease : List.of(Duration.ZERO, Duration.ofSeconds(-1), Duration.ofDays(31))) {
            assertRefused(() -> journal.claim(key("k"), DIGEST, Map.of(), lease), "lease");
            assertRefused(() -> journal.claimUnresolved("digitalpost", clock.instant(), lease, 1), "lease");
        }
        for (int limit : List.of(0, -1, 10_001)) {
            assertRefused(() -> journal.claimUnresolved("digitalpost", clock.instant(), LEASE, limit), "limit");
        }
    }

    @Test
    void whatNoDatabaseStoresIsNoAnswer() {
        Claim claim = claim("brev-1");

        assertRefused(() -> journal.settle(claim, ACCEPTED, "a\0b"), "answer");
        assertRefused(() -> journal.settle(claim, ACCEPTED, "\uD83D"), "answer");
        assertRefused(() -> journal.settle(claim, ACCEPTED, "x".repeat(65_537)), "answer");
        assertRefused(() -> journal.settle(claim, STARTED, ""), "state");
        assertThat(journal.settle(claim, ACCEPTED, "ø".repeat(65_536)).answer()).hasSize(65_536);
        assertThat(journal.find(key("brev-1")))
                .hasValueSatisfying(entry -> assertThat(entry.answer()).isEqualTo("ø".repeat(65_536)));
    }

    @Test
    void onlyAClaimOfThisJournalCanBeSettled() {
        Claim busy = new Claim(Verdict.BUSY, claim("brev-1").entry(), "");
        Claim foreign = Journal.inMemory(clock).claim(key("elsewhere"), DIGEST, Map.of(), LEASE);

        assertRefused(() -> journal.settle(busy, ACCEPTED, ""), "claim");
        assertRefused(() -> journal.settle(foreign, ACCEPTED, ""), "claim");
    }

    @Test
    void answerIsNeverPrinted() {
        JournalEntry entry = journal.settle(claim("brev-1"), ACCEPTED, "tilhører 010190-0000");

        assertThat(entry.toString()).contains("brev-1").doesNotContain("tilhører");
        assertThat(claim("brev-1").toString()).doesNotContain("tilhører");
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String path) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.findings()).extracting("path").containsExactly(path));
    }
}

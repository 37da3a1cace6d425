package dk.borgerbro.core.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dk.borgerbro.core.error.InvalidInputException;
import dk.borgerbro.core.journal.TestClock;
import dk.borgerbro.core.journal.Together;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store does, whatever it is kept in. */
abstract class ExpiringStoreContract {
    final TestClock clock = new TestClock(Instant.parse("2026-03-01T10:00:00.123456Z"));
    private ExpiringStore store;

    /** {@return another node's view of the same store} */
    abstract ExpiringStore open();

    @BeforeEach
    void openStore() {
        store = open();
    }

    private Instant in(Duration time) {
        return clock.instant().plus(time);
    }

    private boolean put(String key, String value) {
        return store.putIfAbsent(key, value.getBytes(UTF_8), in(Duration.ofMinutes(10)));
    }

    @Test
    void firstPutWinsAndItsValueStays() {
        assertThat(put("id", "first")).isTrue();
        assertThat(open().putIfAbsent("id", new byte[0], in(Duration.ofDays(1))))
                .isFalse();

        assertThat(open().get("id"))
                .hasValueSatisfying(value -> assertThat(value).asString(UTF_8).isEqualTo("first"));
        assertThat(store.get("id")).isPresent();
    }

    @Test
    void keysDifferInEveryCharacter() {
        put("id", "a");

        assertThat(put("ID", "b")).isTrue();
        assertThat(put("id ", "c")).isTrue();
        assertThat(store.get("i")).isEmpty();
    }

    @Test
    void valueIsAbsentFromTheMomentItExpires() {
        put("id", "first");

        clock.advance(Duration.ofMinutes(10).minusNanos(1000));
        assertThat(store.get("id")).isPresent();
        clock.advance(Duration.ofNanos(1000));
        assertThat(store.get("id")).isEmpty();
        assertThat(store.take("id")).isEmpty();
        assertThat(put("id", "second")).isTrue();
        assertThat(store.take("id"))
                .hasValueSatisfying(value -> assertThat(value).asString(UTF_8).isEqualTo("second"));
    }

    @Test
    void expiredValueIsReplacedAndTheNewOneIsKept() {
        put("id", "first");
        clock.advance(Duration.ofDays(1));
        // The sweep that comes with some puts must not be what makes room.
        put("other-1", "");

        assertThat(put("id", "second")).isTrue();
        assertThat(put("id", "third")).isFalse();
        assertThat(store.get("id"))
                .hasValueSatisfying(value -> assertThat(value).asString(UTF_8).isEqualTo("second"));
    }

    @Test
    void valueThatHasExpiredAlreadyIsNeverSeen() {
        store.putIfAbsent("id", new byte[] {1}, clock.instant());

        assertThat(store.get("id")).isEmpty();
        assertThat(put("id", "live")).isTrue();
    }

    @Test
    void takenValueIsGoneAndItsKeyIsFree() {
        put("id", "first");

        assertThat(store.take("id")).isPresent();
        assertThat(open().take("id")).isEmpty();
        assertThat(put("id", "second")).isTrue();
    }

    @Test
    void removedValueIsGoneAndRemovingAgainIsNoError() {
        put("id", "first");

        store.remove("id");
        store.remove("id");

        assertThat(store.get("id")).isEmpty();
    }

    @Test
    void valuesAreCopiedBothWays() {
        byte[] value = {1, 2, 3};
        store.putIfAbsent("id", value, in(Duration.ofMinutes(1)));
        value[0] = 9;
        store.get("id").orElseThrow()[1] = 9;

        assertThat(store.get("id")).hasValueSatisfying(kept -> assertThat(kept).containsExactly(1, 2, 3));
    }

    @Test
    void largestValueAndLatestExpiryAreKept() {
        assertThat(store.putIfAbsent("id", new byte[65_536], Instant.MAX)).isTrue();

        clock.advance(Duration.ofDays(365_000));
        assertThat(store.get("id"))
                .hasValueSatisfying(value -> assertThat(value).hasSize(65_536));
    }

    @Test
    void largerValueIsRefused() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> store.putIfAbsent("id", new byte[65_537], in(Duration.ofMinutes(1))))
                .withMessageContaining("65537");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "æ", "a\nb", "a\0b", "\uD83D"})
    void keyOfAnotherFormIsRefusedEverywhere(String key) {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> put(key, ""));
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> store.get(key));
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> store.take(key));
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> store.remove(key));
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> put("k".repeat(201), ""));
        assertThat(put("k".repeat(200), "")).isTrue();
    }

    @Test
    void keysWithAPrefixAreFoundInOrderAndNoOthers() {
        for (String key :
                List.of("n/b/2", "n/b/10", "n/b", "n/B/1", "n/b/", "n/b0", "n/c/1", "m/b/1", "N/b/1", "n/b/~")) {
            put(key, "");
        }

        assertThat(open().keysWithPrefix("n/b/", 100)).containsExactly("n/b/", "n/b/10", "n/b/2", "n/b/~");
        assertThat(store.keysWithPrefix("n/b/", 2)).containsExactly("n/b/", "n/b/10");
        assertThat(store.keysWithPrefix("n/b/1", 100)).containsExactly("n/b/10");
        assertThat(store.keysWithPrefix("n/b/~", 100)).containsExactly("n/b/~");
        assertThat(store.keysWithPrefix("x", 100)).isEmpty();
    }

    @Test
    void signsOfPatternsInAPrefixMeanThemselves() {
        put("a_c", "");
        put("abc", "");
        put("a%c", "");
        put("a c", "");

        assertThat(store.keysWithPrefix("a_", 10)).containsExactly("a_c");
        assertThat(store.keysWithPrefix("a%", 10)).containsExactly("a%c");
        assertThat(store.keysWithPrefix("a ", 10)).containsExactly("a c");
    }

    @Test
    void keysOfTakenAndExpiredValuesAreNotListed() {
        put("n/1", "");
        put("n/2", "");
        store.putIfAbsent("n/3", new byte[0], in(Duration.ofMinutes(5)));

        store.take("n/1");
        clock.advance(Duration.ofMinutes(5));

        assertThat(store.keysWithPrefix("n/", 10)).containsExactly("n/2");
        clock.advance(Duration.ofMinutes(5));
        assertThat(store.keysWithPrefix("n/", 10)).isEmpty();
    }

    @Test
    void prefixOfAnotherFormAndCountOutOfRangeAreRefused() {
        for (String prefix : List.of("", "æ", "a\nb", "k".repeat(201))) {
            assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> store.keysWithPrefix(prefix, 10));
        }
        for (int most : List.of(Integer.MIN_VALUE, 0, 10_001)) {
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> store.keysWithPrefix("n/", most))
                    .withMessageContaining("1 to 10000");
        }
        assertThat(store.keysWithPrefix("n/", 10_000)).isEmpty();
    }

    @Test
    void ofManyThreadsThatPutOneWins() throws Exception {
        List<String> won = Together.run(16, thread -> {
            ExpiringStore node = open();
            return IntStream.range(0, 100)
                    .mapToObj(i -> "id-" + i)
                    .filter(key -> node.putIfAbsent(key, new byte[] {(byte) thread}, in(Duration.ofMinutes(1))))
                    .toList();
        });

        assertThat(won).hasSize(100).doesNotHaveDuplicates();
    }

    @Test
    void ofManyThreadsThatReplaceAnExpiredValueOneWins() throws Exception {
        IntStream.range(0, 100).forEach(i -> put("id-" + i, "old"));
        clock.advance(Duration.ofDays(1));

        List<String> won = Together.run(16, thread -> {
            ExpiringStore node = open();
            return IntStream.range(0, 100)
                    .mapToObj(i -> "id-" + i)
                    .filter(key -> node.putIfAbsent(key, new byte[] {(byte) thread}, in(Duration.ofMinutes(1))))
                    .toList();
        });

        assertThat(won).hasSize(100).doesNotHaveDuplicates();
    }

    @Test
    void ofManyThreadsThatTakeOneGetsIt() throws Exception {
        IntStream.range(0, 100).forEach(i -> put("id-" + i, "value"));

        List<String> taken = Together.run(16, thread -> {
            ExpiringStore node = open();
            return IntStream.range(0, 100)
                    .mapToObj(i -> "id-" + i)
                    .filter(key -> node.take(key).isPresent())
                    .toList();
        });

        assertThat(taken).hasSize(100).doesNotHaveDuplicates();
    }
}

package dk.borgerbro.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerbro.core.error.InvalidInputException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DeadlinesTest {
    private static final DanishBankCalendar CALENDAR = DanishBankCalendar.standard();
    private static final Deadlines TWO_DAYS_AT_NOON = Deadlines.of(CALENDAR, 2, LocalTime.NOON);

    @Test
    void theCutOffIsBankDaysAheadInDanishTime() {
        // Monday 31 March 2025: two bank days ahead is Thursday, before summer time begins on Sunday.
        assertThat(TWO_DAYS_AT_NOON.cutOff(LocalDate.of(2025, 3, 31))).isEqualTo("2025-03-27T11:00:00Z");
        assertThat(TWO_DAYS_AT_NOON.cutOff(LocalDate.of(2025, 4, 2))).isEqualTo("2025-03-31T10:00:00Z");
        assertThat(TWO_DAYS_AT_NOON.cutOff(LocalDate.of(2024, 12, 30))).isEqualTo("2024-12-23T11:00:00Z");
    }

    @Test
    void theHourItselfIsTooLate() {
        LocalDate execution = LocalDate.of(2025, 4, 2);
        Instant cutOff = Instant.parse("2025-03-31T10:00:00Z");
        assertThat(TWO_DAYS_AT_NOON.lastInstant(execution)).isEqualTo("2025-03-31T09:59:59.999999999Z");
        assertThat(TWO_DAYS_AT_NOON.isMet(TWO_DAYS_AT_NOON.lastInstant(execution), execution))
                .isTrue();
        assertThat(TWO_DAYS_AT_NOON.isMet(cutOff, execution)).isFalse();
    }

    @Test
    void theSameDayCanBeEarlyEnough() {
        Deadlines sameDay = Deadlines.of(CALENDAR, 0, LocalTime.of(14, 0));
        assertThat(sameDay.cutOff(LocalDate.of(2025, 4, 2))).isEqualTo("2025-04-02T12:00:00Z");
        assertThat(sameDay.earliestExecution(Instant.parse("2025-04-02T11:59:59Z")))
                .isEqualTo("2025-04-02");
        assertThat(sameDay.earliestExecution(Instant.parse("2025-04-02T12:00:00Z")))
                .isEqualTo("2025-04-03");
        assertThat(sameDay.earliestExecution(Instant.parse("2025-04-05T12:00:00Z")))
                .isEqualTo("2025-04-07");
    }

    @Test
    void aDayOnWhichNothingIsExecutedHasNoDeadline() {
        assertThatThrownBy(() -> TWO_DAYS_AT_NOON.cutOff(LocalDate.of(2025, 4, 5)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("2025-04-05 is no bank day")
                .hasMessageContaining("2025-04-07");
        assertThatThrownBy(() -> TWO_DAYS_AT_NOON.isMet(Instant.EPOCH, LocalDate.of(2025, 6, 5)))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void daysAheadAreBounded() {
        assertThatThrownBy(() -> Deadlines.of(CALENDAR, -1, LocalTime.NOON)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Deadlines.of(CALENDAR, 1_001, LocalTime.NOON))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void aCutOffInTheHourThatIsLeftOutIsTheJump() {
        LocalDate sunday = LocalDate.of(2025, 3, 30);
        DanishBankCalendar openSunday =
                DanishBankCalendar.builder().open(sunday).build();
        Deadlines night = Deadlines.of(openSunday, 0, LocalTime.of(2, 30));
        assertThat(night.cutOff(sunday)).isEqualTo("2025-03-30T01:00:00Z");
    }

    @Test
    void theEarliestExecutionIsTheFirstThatIsMet() {
        Random random = new Random(2);
        for (int i = 0; i < 5_000; i++) {
            Deadlines deadlines =
                    Deadlines.of(CALENDAR, random.nextInt(6), LocalTime.ofSecondOfDay(random.nextInt(86_400)));
            Instant now = Instant.ofEpochSecond(random.nextLong(1_500_000_000L, 2_000_000_000L));
            LocalDate earliest = deadlines.earliestExecution(now);
            assertThat(deadlines.isMet(now, earliest)).isTrue();
            LocalDate before = CALENDAR.previousBankDay(earliest);
            assertThat(deadlines.isMet(now, before)).isFalse();
        }
    }
}

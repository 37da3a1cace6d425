package dk.borgerbro.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class CopenhagenTimeTest {
    @Test
    void theDayIsTheDanishOneWhereverTheMachineIs() {
        Instant lateInUtc = Instant.parse("2025-03-31T22:30:00Z");
        assertThat(CopenhagenTime.dateOf(lateInUtc)).isEqualTo(LocalDate.of(2025, 4, 1));
        assertThat(CopenhagenTime.today(Clock.fixed(lateInUtc, ZoneOffset.UTC))).isEqualTo(LocalDate.of(2025, 4, 1));
        assertThat(CopenhagenTime.today(
                        Clock.fixed(Instant.parse("2025-03-31T12:00:00Z"), ZoneId.of("Pacific/Auckland"))))
                .isEqualTo(LocalDate.of(2025, 3, 31));
    }

    @Test
    void noonIsElevenInWinterAndTenInSummerByUtc() {
        assertThat(CopenhagenTime.instantOf(LocalDate.of(2025, 1, 15), LocalTime.NOON))
                .isEqualTo("2025-01-15T11:00:00Z");
        assertThat(CopenhagenTime.instantOf(LocalDate.of(2025, 7, 15), LocalTime.NOON))
                .isEqualTo("2025-07-15T10:00:00Z");
    }

    @Test
    void anHourThatIsLeftOutIsOverAtTheJump() {
        LocalDate spring = LocalDate.of(2025, 3, 30);
        Instant jump = Instant.parse("2025-03-30T01:00:00Z");
        assertThat(CopenhagenTime.instantOf(spring, LocalTime.of(1, 59, 59))).isEqualTo(jump.minusSeconds(1));
        assertThat(CopenhagenTime.instantOf(spring, LocalTime.of(2, 0))).isEqualTo(jump);
        assertThat(CopenhagenTime.instantOf(spring, LocalTime.of(2, 30))).isEqualTo(jump);
        assertThat(CopenhagenTime.instantOf(spring, LocalTime.of(3, 0))).isEqualTo(jump);
        assertThat(CopenhagenTime.instantOf(spring, LocalTime.of(3, 0, 1))).isEqualTo(jump.plusSeconds(1));
    }

    @Test
    void anHourThatComesTwiceIsMeantTheFirstTime() {
        LocalDate autumn = LocalDate.of(2025, 10, 26);
        assertThat(CopenhagenTime.instantOf(autumn, LocalTime.of(2, 30))).isEqualTo("2025-10-26T00:30:00Z");
        assertThat(CopenhagenTime.instantOf(autumn, LocalTime.of(3, 0))).isEqualTo("2025-10-26T02:00:00Z");
    }

    @Test
    void laterOnTheClockIsNeverEarlier() {
        for (LocalDate date : new LocalDate[] {LocalDate.of(2025, 3, 30), LocalDate.of(2025, 10, 26)}) {
            Instant last = Instant.MIN;
            for (int minute = 0; minute < 24 * 60; minute++) {
                Instant next = CopenhagenTime.instantOf(date, LocalTime.ofSecondOfDay(minute * 60L));
                assertThat(next).isAfterOrEqualTo(last);
                last = next;
            }
        }
    }
}

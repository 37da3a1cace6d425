package dk.borgerbro.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerbro.core.error.InvalidInputException;
import dk.borgerbro.core.internal.value.Corpus;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DanishBankCalendarTest {
    private static final DanishBankCalendar CALENDAR = DanishBankCalendar.standard();

    @ParameterizedTest
    @MethodSource("known")
    void daysOfTheSpecificationAreWhatItSays(LocalDate date, String bankDay) {
        assertThat(CALENDAR.isBankDay(date)).isEqualTo(bankDay.equals("yes"));
        assertThat(CALENDAR.whyClosed(date).isEmpty()).isEqualTo(bankDay.equals("yes"));
    }

    static Stream<Arguments> known() {
        return Corpus.of("bank-days.tsv");
    }

    @Test
    void theDaysOf2025AreThoseThatBanksPublish() {
        assertThat(CALENDAR.closedWeekdays(2025).keySet())
                .containsExactly(
                        LocalDate.of(2025, 1, 1),
                        LocalDate.of(2025, 4, 17),
                        LocalDate.of(2025, 4, 18),
                        LocalDate.of(2025, 4, 21),
                        LocalDate.of(2025, 5, 29),
                        LocalDate.of(2025, 5, 30),
                        LocalDate.of(2025, 6, 5),
                        LocalDate.of(2025, 6, 9),
                        LocalDate.of(2025, 12, 24),
                        LocalDate.of(2025, 12, 25),
                        LocalDate.of(2025, 12, 26),
                        LocalDate.of(2025, 12, 31));
    }

    @Test
    void greatPrayerDayEndsWith2023() {
        assertThat(CALENDAR.whyClosed(LocalDate.of(2022, 5, 13))).contains("Great Prayer Day (store bededag)");
        assertThat(CALENDAR.whyClosed(LocalDate.of(2023, 5, 5))).contains("Great Prayer Day (store bededag)");
        for (int year = 2024; year < 2124; year++) {
            assertThat(CALENDAR.closedWeekdays(year).values()).noneMatch(why -> why.startsWith("Great Prayer"));
        }
    }

    @Test
    void everyYearHasTheSevenDaysThatMoveWithEaster() {
        for (int year = 1990; year <= 2023; year++) {
            LocalDate easter = Easter.of(year);
            for (int after : new int[] {-3, -2, 1, 26, 39, 40, 50}) {
                assertThat(CALENDAR.isBankDay(easter.plusDays(after))).isFalse();
            }
            assertThat(CALENDAR.whyClosed(easter.plusDays(39)).orElseThrow()).startsWith("Ascension Day");
            assertThat(easter.plusDays(26).getDayOfWeek()).isEqualTo(DayOfWeek.FRIDAY);
            assertThat(easter.plusDays(50).getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
        }
    }

    @Test
    void weekendsAreClosedAndSayWhy() {
        assertThat(CALENDAR.whyClosed(LocalDate.of(2025, 3, 1))).contains("Saturday (lørdag)");
        assertThat(CALENDAR.whyClosed(LocalDate.of(2025, 3, 2))).contains("Sunday (søndag)");
        assertThat(CALENDAR.whyClosed(LocalDate.of(2025, 3, 3))).isEmpty();
    }

    @Test
    void stepsJumpOverChristmas() {
        LocalDate monday = LocalDate.of(2024, 12, 23);
        LocalDate friday = LocalDate.of(2024, 12, 27);
        assertThat(CALENDAR.nextBankDay(monday)).isEqualTo(friday);
        assertThat(CALENDAR.previousBankDay(friday)).isEqualTo(monday);
        assertThat(CALENDAR.onOrAfter(LocalDate.of(2024, 12, 24))).isEqualTo(friday);
        assertThat(CALENDAR.onOrBefore(LocalDate.of(2024, 12, 26))).isEqualTo(monday);
        assertThat(CALENDAR.onOrAfter(monday)).isEqualTo(monday);
        assertThat(CALENDAR.onOrBefore(monday)).isEqualTo(monday);
        assertThat(CALENDAR.plusBankDays(monday, 2)).isEqualTo(LocalDate.of(2024, 12, 30));
        assertThat(CALENDAR.plusBankDays(monday, 3)).isEqualTo(LocalDate.of(2025, 1, 2));
        assertThat(CALENDAR.plusBankDays(LocalDate.of(2025, 1, 2), -3)).isEqualTo(monday);
    }

    @Test
    void zeroBankDaysLeaveTheDayAsItIs() {
        LocalDate saturday = LocalDate.of(2025, 3, 1);
        assertThat(CALENDAR.plusBankDays(saturday, 0)).isEqualTo(saturday);
        assertThat(CALENDAR.plusBankDays(saturday, 1)).isEqualTo(LocalDate.of(2025, 3, 3));
        assertThat(CALENDAR.plusBankDays(saturday, -1)).isEqualTo(LocalDate.of(2025, 2, 28));
    }

    @Test
    void stepsThereAndBackMeet() {
        Random random = new Random(2024);
        for (int i = 0; i < 2_000; i++) {
            LocalDate start = LocalDate.ofEpochDay(random.nextInt(40_000));
            LocalDate bankDay = CALENDAR.onOrAfter(start);
            int days = random.nextInt(60) - 30;
            LocalDate there = CALENDAR.plusBankDays(bankDay, days);
            assertThat(CALENDAR.isBankDay(there)).isTrue();
            assertThat(CALENDAR.plusBankDays(there, -days)).isEqualTo(bankDay);
            assertThat(CALENDAR.previousBankDay(CALENDAR.nextBankDay(bankDay))).isEqualTo(bankDay);
            assertThat(CALENDAR.onOrBefore(start)).isBeforeOrEqualTo(start);
            assertThat(bankDay).isAfterOrEqualTo(start);
        }
    }

    @Test
    void neverMoreThanFiveDaysInARowAreClosed() {
        for (LocalDate day = LocalDate.of(1990, 1, 1); day.getYear() < 2100; day = day.plusDays(1)) {
            assertThat(CALENDAR.nextBankDay(day)).isBeforeOrEqualTo(day.plusDays(6));
        }
    }

    @Test
    void theNumberOfStepsIsBounded() {
        LocalDate day = LocalDate.of(2025, 1, 2);
        assertThatThrownBy(() -> CALENDAR.plusBankDays(day, Integer.MAX_VALUE))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> CALENDAR.plusBankDays(day, Integer.MIN_VALUE))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void theListOfDaysCannotBeChanged() {
        assertThatThrownBy(() -> CALENDAR.closedWeekdays(2025).clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }
}

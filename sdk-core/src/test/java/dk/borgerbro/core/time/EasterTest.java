package dk.borgerbro.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerbro.core.internal.value.Corpus;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EasterTest {
    @ParameterizedTest
    @MethodSource("published")
    void datesAreThoseThatCalendarsPrint(int year, LocalDate easter) {
        assertThat(Easter.of(year)).isEqualTo(easter);
    }

    static Stream<Arguments> published() {
        return Corpus.of("easter.tsv");
    }

    @Test
    void twoOtherAlgorithmsAgreeForAllYearsOfTheGregorianCalendar() {
        for (int year = 1583; year <= 9999; year++) {
            assertThat(Easter.of(year)).isEqualTo(gauss(year)).isEqualTo(fullMoonTable(year));
        }
    }

    @Test
    void anyYearThatDatesHaveYieldsASundayOfSpring() {
        for (int year : new int[] {-999_999_999, -5_700_001, -1, 0, 1, 325, 5_702_024, 999_999_999}) {
            LocalDate easter = Easter.of(year);
            assertThat(easter.getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
            assertThat(easter).isBetween(LocalDate.of(year, 3, 22), LocalDate.of(year, 4, 25));
        }
    }

    @Test
    void theDatesRepeatAfterTheirCycle() {
        for (int year = 1900; year < 2300; year++) {
            assertThat(Easter.of(year + 5_700_000)).isEqualTo(Easter.of(year).plusYears(5_700_000));
        }
    }

    /** The formula of Gauss with the corrections of Kinkelin, and his two exceptions. */
    private static LocalDate gauss(int year) {
        int a = year % 19;
        int k = year / 100;
        int p = (13 + 8 * k) / 25;
        int m = Math.floorMod(15 - p + k - k / 4, 30);
        int n = Math.floorMod(4 + k - k / 4, 7);
        int d = (19 * a + m) % 30;
        int e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + n) % 7;
        if (e == 6 && (d == 29 || (d == 28 && (11 * m + 11) % 30 < 19))) {
            return LocalDate.of(year, 3, 22).plusDays(d + e - 7);
        }
        return LocalDate.of(year, 3, 22).plusDays(d + e);
    }

    /** The rule itself: the first Sunday after the ecclesiastical full moon on or after 21 March, with the epact of Clavius. */
    private static LocalDate fullMoonTable(int year) {
        int golden = year % 19 + 1;
        int century = year / 100 + 1;
        int droppedLeapDays = 3 * century / 4 - 12;
        int moonShift = (8 * century + 5) / 25 - 5;
        int epact = Math.floorMod(11 * golden + 20 + moonShift - droppedLeapDays, 30);
        if ((epact == 25 && golden > 11) || epact == 24) {
            epact++;
        }
        int afterMarchBegins = 44 - epact;
        LocalDate fullMoon = LocalDate.of(year, 3, 1)
                .plusDays((afterMarchBegins < 21 ? afterMarchBegins + 30 : afterMarchBegins) - 1);
        LocalDate day = fullMoon.plusDays(1);
        while (day.getDayOfWeek() != DayOfWeek.SUNDAY) {
            day = day.plusDays(1);
        }
        return day;
    }
}

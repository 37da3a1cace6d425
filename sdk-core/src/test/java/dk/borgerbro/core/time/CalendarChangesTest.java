package dk.borgerbro.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.borgerbro.core.error.Finding;
import dk.borgerbro.core.error.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CalendarChangesTest {
    private static final LocalDate FRIDAY = LocalDate.of(2027, 5, 7);
    private static final LocalDate CONSTITUTION_DAY = LocalDate.of(2028, 6, 5);

    @Test
    void changesWinOverTheRules() throws IOException {
        DanishBankCalendar calendar = read("""
                # decided by the association of banks
                closed 2027-05-07 Extra day (ekstra lukkedag)

                open 2028-06-05
                """);
        assertThat(calendar.isBankDay(FRIDAY)).isFalse();
        assertThat(calendar.whyClosed(FRIDAY)).contains("Extra day (ekstra lukkedag)");
        assertThat(calendar.closedWeekdays(2027)).containsKey(FRIDAY);
        assertThat(calendar.isBankDay(CONSTITUTION_DAY)).isTrue();
        assertThat(calendar.whyClosed(CONSTITUTION_DAY)).isEmpty();
        assertThat(calendar.closedWeekdays(2028)).doesNotContainKey(CONSTITUTION_DAY);
        assertThat(calendar.previousBankDay(LocalDate.of(2027, 5, 10))).isEqualTo(LocalDate.of(2027, 5, 5));
    }

    @Test
    void windowsLineEndsTabsAndMissingReasonsAreRead() throws IOException {
        DanishBankCalendar calendar = read("closed\t2027-05-10\r\n  open   2028-06-05  \r\n");
        assertThat(calendar.whyClosed(LocalDate.of(2027, 5, 10))).contains("closed by the calendar's resource");
        assertThat(calendar.isBankDay(CONSTITUTION_DAY)).isTrue();
    }

    @Test
    void aSaturdayCanBeOpened() {
        LocalDate saturday = LocalDate.of(2025, 3, 1);
        assertThat(DanishBankCalendar.builder().open(saturday).build().isBankDay(saturday))
                .isTrue();
    }

    @Test
    void theBuilderCanGoOnWithoutChangingWhatItBuilt() {
        DanishBankCalendar.Builder builder = DanishBankCalendar.builder();
        DanishBankCalendar before = builder.build();
        LocalDate monday = LocalDate.of(2027, 5, 10);
        DanishBankCalendar after = builder.closed(monday, "strike").build();
        assertThat(before.isBankDay(monday)).isTrue();
        assertThat(after.isBankDay(monday)).isFalse();
        assertThat(DanishBankCalendar.standard().isBankDay(monday)).isTrue();
    }

    @Test
    void everyBadLineIsReportedAtOnce() {
        InvalidInputException refused = catchThrowableOfType(InvalidInputException.class, () -> read("""
                shut 2027-05-07
                closed 2027-02-29 no such day
                closed 07-05-2027
                closed
                open 2027-05-07T00:00
                closed 2027-05-10 both
                open 2027-05-10
                """));
        assertThat(refused.findings())
                .extracting(Finding::path)
                .containsExactly("line 1", "line 2", "line 3", "line 4", "line 5", "2027-05-10");
        assertThat(refused)
                .hasMessageContaining("must begin with closed or open")
                .hasMessageContaining("both closed and open");
    }

    @Test
    void aResourceThatIsNoListIsRefusedAndNotReadToItsEnd() throws IOException {
        InputStream large = new ByteArrayInputStream(new byte[1_000_000]);
        DanishBankCalendar.Builder builder = DanishBankCalendar.builder().read(large);
        assertThat(large.available()).isGreaterThan(800_000);
        assertThatThrownBy(builder::build)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("is no list of days");
    }

    @Test
    void aStreamThatBreaksIsToldAsSuch() throws IOException {
        InputStream broken = InputStream.nullInputStream();
        broken.close();
        assertThatThrownBy(() -> DanishBankCalendar.builder().read(broken)).isInstanceOf(IOException.class);
    }

    private static DanishBankCalendar read(String changes) throws IOException {
        return DanishBankCalendar.builder()
                .read(new ByteArrayInputStream(changes.getBytes(StandardCharsets.UTF_8)))
                .build();
    }
}

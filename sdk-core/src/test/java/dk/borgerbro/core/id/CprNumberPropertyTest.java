package dk.borgerbro.core.id;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerbro.core.error.InvalidInputException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CprNumberPropertyTest {
    private static final DateTimeFormatter DDMMYY = DateTimeFormatter.ofPattern("ddMMuu", Locale.ROOT);
    /** Row by row as the specification prints it: seventh digits, first and last year of the century, century. */
    private static final String[][] CENTURY_TABLE = {
        {"0123", "00", "99", "19"},
        {"49", "00", "36", "20"},
        {"49", "37", "99", "19"},
        {"5678", "00", "57", "20"},
        {"5678", "58", "99", "18"},
    };

    @Test
    void everySeventhDigitAndYearIsOfTheCenturyInTheTable() {
        int cases = 0;
        for (String[] row : CENTURY_TABLE) {
            for (char seventh : row[0].toCharArray()) {
                for (int yy = Integer.parseInt(row[1]); yy <= Integer.parseInt(row[2]); yy++) {
                    int year = Integer.parseInt(row[3]) * 100 + yy;
                    CprNumber cpr = CprNumber.of(String.format(Locale.ROOT, "0107%02d%c000", yy, seventh));
                    assertThat(cpr.birthDate()).contains(LocalDate.of(year, 7, 1));
                    cases++;
                }
            }
        }
        assertThat(cases).isEqualTo(1_000);
    }

    @Test
    void everyDayOfTwoCenturiesCanBeBornOn() {
        for (LocalDate day = LocalDate.of(1858, 1, 1); day.getYear() <= 2057; day = day.plusDays(1)) {
            CprNumber cpr = CprNumber.of(DDMMYY.format(day) + seventhDigitFor(day.getYear()) + "123");
            assertThat(cpr.birthDate()).contains(day);
        }
    }

    @Test
    void aNumberIsTakenExactlyWhenItsDateExists() {
        Random random = new Random(1968);
        for (int i = 0; i < 30_000; i++) {
            String digits = String.format(
                    Locale.ROOT, "%02d%02d%06d", random.nextInt(35), random.nextInt(15), random.nextInt(1_000_000));
            assertThat(isAccepted(digits)).as("case %d", i).isEqualTo(hasRealDate(digits));
        }
    }

    @Test
    void modulus11PassesForOneLastDigitAtMost() {
        Random random = new Random(2007);
        int none = 0;
        for (int i = 0; i < 2_000; i++) {
            String nine = String.format(Locale.ROOT, "0107%05d", random.nextInt(100_000));
            int passing = 0;
            for (int last = 0; last <= 9; last++) {
                passing += CprNumber.of(nine + last).passesModulus11() ? 1 : 0;
            }
            assertThat(passing).isBetween(0, 1);
            none += passing == 0 ? 1 : 0;
        }
        // One in eleven has no digit to complete it, which is why the register ran out of numbers.
        assertThat(none).isBetween(140, 220);
    }

    @Test
    void arbitraryTextEndsInANumberOrARefusal() {
        Random random = new Random(11);
        String alphabet = "0123456789 -\u00A0\u2013Aé\u0660\uD835\n";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(14);
            for (int j = 0; j < length; j++) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            if (isAccepted(text.toString())) {
                assertThat(CprNumber.of(text.toString()).value()).matches("[0-9]{10}");
            }
        }
    }

    private static char seventhDigitFor(int year) {
        if (year < 1900) {
            return '5';
        }
        return year < 2000 ? '0' : '6';
    }

    private static boolean isAccepted(String text) {
        try {
            CprNumber.of(text);
            return true;
        } catch (InvalidInputException e) {
            return false;
        }
    }

    private static boolean hasRealDate(String digits) {
        int yy = Integer.parseInt(digits.substring(4, 6));
        for (String[] row : CENTURY_TABLE) {
            boolean inRow = row[0].indexOf(digits.charAt(6)) >= 0
                    && yy >= Integer.parseInt(row[1])
                    && yy <= Integer.parseInt(row[2]);
            if (inRow) {
                return exists(Integer.parseInt(row[3]) * 100 + yy, digits);
            }
        }
        throw new IllegalStateException("the table has a hole");
    }

    private static boolean exists(int year, String digits) {
        try {
            LocalDate.of(year, Integer.parseInt(digits.substring(2, 4)), Integer.parseInt(digits.substring(0, 2)));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}

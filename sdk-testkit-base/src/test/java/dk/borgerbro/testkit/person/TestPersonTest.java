package dk.borgerbro.testkit.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TestPersonTest {
    private static final int[] CPR_WEIGHTS = {4, 3, 2, 7, 6, 5, 4, 3, 2, 1};
    private static final int[] CVR_WEIGHTS = {2, 7, 6, 5, 4, 3, 2, 1};

    @ParameterizedTest
    @EnumSource(TestPerson.class)
    void nobodyHasTheNumberBecauseTheBirthDateLiesFarAhead(TestPerson person) {
        String cpr = person.cpr();
        assertThat(cpr).matches("[0-9]{10}");
        int day = Integer.parseInt(cpr.substring(0, 2));
        int realDay = person == TestPerson.REPLACEMENT_NUMBER ? day - 60 : day;
        int yearInCentury = Integer.parseInt(cpr.substring(4, 6));
        int seventh = cpr.charAt(6) - '0';
        // The rows of the century table that end in 20xx: 4 and 9 up to year 36, 5 to 8 up to year 57.
        assertThat(seventh).isBetween(4, 8);
        assertThat(yearInCentury).isLessThanOrEqualTo(seventh == 4 ? 36 : 57);
        assertThat(LocalDate.of(2000 + yearInCentury, Integer.parseInt(cpr.substring(2, 4)), realDay))
                .isAfter(LocalDate.of(2036, 1, 1));
    }

    @ParameterizedTest
    @EnumSource(TestPerson.class)
    void onlyTheOneThatSaysSoHasAWrongCheckDigit(TestPerson person) {
        assertThat(weightedSum(person.cpr(), CPR_WEIGHTS) % 11 == 0)
                .isEqualTo(person != TestPerson.WITHOUT_CHECK_DIGIT);
    }

    @Test
    void numbersAndNamesAreDistinct() {
        assertThat(Arrays.stream(TestPerson.values()).map(TestPerson::cpr)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(TestPerson.values()).map(TestPerson::fullName)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(TestOrganisation.values()).map(TestOrganisation::cvr))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(TestOrganisation.class)
    void organisationsHaveRightCvrNumbers(TestOrganisation organisation) {
        assertThat(organisation.cvr()).matches("[1-9][0-9]{7}");
        assertThat(weightedSum(organisation.cvr(), CVR_WEIGHTS) % 11).isZero();
        assertThat(organisation.organisationName()).isNotBlank();
    }

    private static int weightedSum(String digits, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (digits.charAt(i) - '0');
        }
        return sum;
    }
}

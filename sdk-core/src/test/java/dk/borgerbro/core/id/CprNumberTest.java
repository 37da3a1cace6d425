package dk.borgerbro.core.id;

import static dk.borgerbro.core.internal.value.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerbro.core.error.InvalidInputException;
import dk.borgerbro.core.internal.value.Corpus;
import dk.borgerbro.core.internal.value.SerialForm;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CprNumberTest {
    @ParameterizedTest
    @CsvSource({
        "2110625629, 1862-10-21, true",
        "0707614285, 1961-07-07, true",
        "0101364004, 2036-01-01, false",
        "2902004004, 2000-02-29, false",
    })
    void numbersOfTheSpecificationHaveTheirDates(String digits, LocalDate birthDate, boolean modulus11) {
        CprNumber cpr = CprNumber.of(digits);
        assertThat(cpr.value()).isEqualTo(digits);
        assertThat(cpr.birthDate()).contains(birthDate);
        assertThat(cpr.passesModulus11()).isEqualTo(modulus11);
        assertThat(cpr.isConstructed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "070761-4285",
                "070761 4285",
                " 0707614285 ",
                "070761 - 4285",
                "\t070761-4285\u00A0",
                "070761\u20114285",
                "070761\u20134285",
                "070761\u202F4285"
            })
    void whatPeopleTypeAndPrintIsAccepted(String text) {
        assertThat(CprNumber.of(text)).isEqualTo(CprNumber.of("0707614285"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void anythingElseIsRefusedWithoutRepeatingIt(String text, String reason) {
        assertRefused(text, "CprNumber", reason, () -> CprNumber.of(text));
    }

    static Stream<Arguments> refused() {
        return Corpus.of("refused-cpr.tsv");
    }

    @Test
    void aRefusalRepeatsNoPartOfTheNumberEither() {
        assertThatThrownBy(() -> CprNumber.of("320761-4285"))
                .isInstanceOf(InvalidInputException.class)
                .satisfies(
                        e -> assertThat(e.getMessage()).doesNotContain("320761").doesNotContain("4285"));
    }

    @Test
    void theTypicalInputIsKeptWithoutACopy() {
        String digits = "0707614285";
        assertThat(CprNumber.of(digits).value()).isSameAs(digits);
    }

    @Test
    void birthDatesOfTheFutureAreAcceptedBecauseTestPersonsHaveThem() {
        assertThat(CprNumber.of("3112575000").birthDate()).contains(LocalDate.of(2057, 12, 31));
        assertThat(CprNumber.of("3112364000").birthDate()).contains(LocalDate.of(2036, 12, 31));
    }

    @Test
    void aConstructedNumberIsAcceptedAndHasNoBirthDate() {
        CprNumber constructed = CprNumber.of("860501-1234");
        assertThat(constructed.isConstructed()).isTrue();
        assertThat(constructed.birthDate()).isEmpty();
        assertThat(constructed.formatted()).isEqualTo("860501-1234");
    }

    @Test
    void theLeapDayOfAConstructedNumberNeedsALeapYearOfAnyCentury() {
        assertThat(CprNumber.of("8902000004").isConstructed()).isTrue();
        assertThat(CprNumber.of("8902961234").isConstructed()).isTrue();
    }

    @Test
    void theEdgesOfTheConstructedDaysAre61And91() {
        assertThat(CprNumber.of("6101011234").isConstructed()).isTrue();
        assertThat(CprNumber.of("9101011234").isConstructed()).isTrue();
        assertThat(CprNumber.of("3101011234").isConstructed()).isFalse();
    }

    @Test
    void theLastDigitTellsTheSex() {
        assertThat(CprNumber.of("0707614285").sex()).isEqualTo(Sex.MALE);
        assertThat(CprNumber.of("0101364004").sex()).isEqualTo(Sex.FEMALE);
    }

    @Test
    void itPrintsNothingOfItself() {
        CprNumber cpr = CprNumber.of("0707614285");
        record Holder(CprNumber cpr) {}
        assertThat(cpr).hasToString("CPR(hidden)");
        assertThat(new Holder(cpr)).hasToString("Holder[cpr=CPR(hidden)]");
        assertThat(Map.of(cpr, 1)).hasToString("{CPR(hidden)=1}");
        assertThat(cpr.masked()).isEqualTo("******-****");
    }

    @Test
    void theDeliberateFormsPrintEverything() {
        assertThat(CprNumber.of("0707614285").value()).isEqualTo("0707614285");
        assertThat(CprNumber.of("0707614285").formatted()).isEqualTo("070761-4285");
    }

    @Test
    void equalNumbersAreOneKey() {
        CprNumber one = CprNumber.of("070761-4285");
        CprNumber same = CprNumber.of("0707614285");
        CprNumber other = CprNumber.of("0101364004");
        assertThat(one)
                .isEqualTo(same)
                .hasSameHashCodeAs(same)
                .isNotEqualTo(other)
                .isNotEqualTo("0707614285");
        assertThat(Map.of(one, "found")).containsEntry(same, "found");
        assertThat(new TreeSet<>(List.of(one, other, same))).containsExactly(other, one);
    }

    @Test
    void serializationKeepsTheNumberAndChecksItAgain() throws Exception {
        CprNumber cpr = CprNumber.of("0707614285");
        assertThat(SerialForm.roundTrip(cpr)).isEqualTo(cpr);
        assertThatThrownBy(() -> SerialForm.tampered(cpr, "0707614285", "0000000000"))
                .isInstanceOf(InvalidInputException.class);
    }
}

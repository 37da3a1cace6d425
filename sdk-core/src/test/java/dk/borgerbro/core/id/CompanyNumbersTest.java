package dk.borgerbro.core.id;

import static dk.borgerbro.core.internal.value.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerbro.core.internal.value.Corpus;
import dk.borgerbro.core.internal.value.SerialForm;
import java.io.InvalidObjectException;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompanyNumbersTest {
    @ParameterizedTest
    @ValueSource(strings = {"34051178", "19552101", "26911745", "61126228", "25992180", "12345674"})
    void numbersOfTheSpecificationAreAccepted(String digits) {
        assertThat(CvrNumber.of(digits).value()).isEqualTo(digits);
        assertThat(SeNumber.of(digits).value()).isEqualTo(digits);
        assertThat(CvrNumber.of(digits)).hasToString(digits);
        assertThat(SeNumber.of(digits)).hasToString(digits);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {" 34051178 ", "34 05 11 78", "DK34051178", "DK 34 05 11 78", "dk34051178", "\t34051178\u00A0"})
    void whatPeopleTypeAndPrintIsAccepted(String text) {
        assertThat(CvrNumber.of(text)).isEqualTo(new CvrNumber("34051178"));
        assertThat(SeNumber.of(text)).isEqualTo(new SeNumber("34051178"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void anythingElseIsRefusedWithoutRepeatingIt(String text, String reason) {
        assertRefused(text, "CvrNumber", reason, () -> CvrNumber.of(text));
        assertRefused(text, "SeNumber", reason, () -> SeNumber.of(text));
    }

    static Stream<Arguments> refused() {
        return Corpus.of("refused-cvr.tsv");
    }

    @Test
    void theConstructorTakesTheWireFormOnly() {
        assertRefused("DK34051178", "CvrNumber", "8 digits", () -> new CvrNumber("DK34051178"));
        assertRefused(" 34051178", "SeNumber", "8 digits", () -> new SeNumber(" 34051178"));
    }

    @Test
    void everyWrongDigitAndSwapIsFound() {
        Random random = new Random(34051178);
        for (String right : List.of("34051178", "19552101", "26911745", "61126228", "25992180")) {
            for (int at = 0; at < 8; at++) {
                char other = (char) ('1' + (right.charAt(at) - '0' + random.nextInt(8)) % 9);
                if (other != right.charAt(at)) {
                    String wrong = right.substring(0, at) + other + right.substring(at + 1);
                    assertRefused(wrong, "CvrNumber", "check digit", () -> CvrNumber.of(wrong));
                }
            }
        }
    }

    @Test
    void numbersSortByTheirDigits() {
        assertThat(Stream.of("34051178", "19552101").map(CvrNumber::of).sorted())
                .containsExactly(CvrNumber.of("19552101"), CvrNumber.of("34051178"));
        assertThat(Stream.of("34051178", "19552101").map(SeNumber::of).sorted())
                .containsExactly(SeNumber.of("19552101"), SeNumber.of("34051178"));
    }

    @Test
    void serializationKeepsTheNumberAndChecksItAgain() throws Exception {
        CvrNumber cvr = CvrNumber.of("34051178");
        SeNumber se = SeNumber.of("34051178");
        assertThat(SerialForm.roundTrip(cvr)).isEqualTo(cvr);
        assertThat(SerialForm.roundTrip(se)).isEqualTo(se);
        assertThatThrownBy(() -> SerialForm.tampered(cvr, "34051178", "34051179"))
                .isInstanceOf(InvalidObjectException.class);
        assertThatThrownBy(() -> SerialForm.tampered(se, "34051178", "34051179"))
                .isInstanceOf(InvalidObjectException.class);
    }
}

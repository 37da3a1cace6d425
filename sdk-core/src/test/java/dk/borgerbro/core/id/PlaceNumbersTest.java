package dk.borgerbro.core.id;

import static dk.borgerbro.core.internal.value.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerbro.core.internal.value.Corpus;
import dk.borgerbro.core.internal.value.SerialForm;
import java.io.InvalidObjectException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceNumbersTest {
    @ParameterizedTest
    @ValueSource(strings = {"5798009811110", "5798000033788", "6291041500213"})
    void publishedLocationNumbersAreAccepted(String digits) {
        assertThat(Gln.of(digits).value()).isEqualTo(digits);
        assertThat(Gln.of(digits)).hasToString(digits);
    }

    @Test
    void blanksInALocationNumberAreAccepted() {
        assertThat(Gln.of(" 57 98 0098 11110")).isEqualTo(new Gln("5798009811110"));
    }

    @ParameterizedTest
    @MethodSource("refusedLocations")
    void otherLocationNumbersAreRefusedWithoutRepeatingThem(String text, String reason) {
        assertRefused(text, "Gln", reason, () -> Gln.of(text));
    }

    static Stream<Arguments> refusedLocations() {
        return Corpus.of("refused-gln.tsv");
    }

    @Test
    void everyWrongDigitOfALocationNumberIsFound() {
        String right = "5798009811110";
        for (int at = 0; at < right.length(); at++) {
            for (char other = '0'; other <= '9'; other++) {
                if (other != right.charAt(at)) {
                    String wrong = right.substring(0, at) + other + right.substring(at + 1);
                    assertRefused(wrong, "Gln", "check digit", () -> Gln.of(wrong));
                }
            }
        }
    }

    @Test
    void aProductionUnitIsTenDigitsOfAnyKind() {
        assertThat(PNumber.of("1000000001").value()).isEqualTo("1000000001");
        assertThat(PNumber.of(" 10 0000 0001 ")).isEqualTo(new PNumber("1000000001"));
        assertThat(PNumber.of("2000000000")).hasToString("2000000000");
    }

    @ParameterizedTest
    @MethodSource("refusedUnits")
    void otherProductionUnitsAreRefusedWithoutRepeatingThem(String text, String reason) {
        assertRefused(text, "PNumber", reason, () -> PNumber.of(text));
    }

    static Stream<Arguments> refusedUnits() {
        return Corpus.of("refused-p.tsv");
    }

    @Test
    void numbersSortByTheirDigits() {
        assertThat(Stream.of("1000000002", "1000000001").map(PNumber::of).sorted())
                .extracting(PNumber::value)
                .containsExactly("1000000001", "1000000002");
        assertThat(Stream.of("5798009811110", "5798000033788").map(Gln::of).sorted())
                .extracting(Gln::value)
                .containsExactly("5798000033788", "5798009811110");
    }

    @Test
    void serializationKeepsTheNumberAndChecksItAgain() throws Exception {
        Gln gln = Gln.of("5798009811110");
        PNumber unit = PNumber.of("1000000001");
        assertThat(SerialForm.roundTrip(gln)).isEqualTo(gln);
        assertThat(SerialForm.roundTrip(unit)).isEqualTo(unit);
        assertThatThrownBy(() -> SerialForm.tampered(gln, "5798009811110", "5798009811111"))
                .isInstanceOf(InvalidObjectException.class);
        assertThatThrownBy(() -> SerialForm.tampered(unit, "1000000001", "100000000A"))
                .isInstanceOf(InvalidObjectException.class);
    }
}

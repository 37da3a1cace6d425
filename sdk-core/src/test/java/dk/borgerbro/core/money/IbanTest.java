package dk.borgerbro.core.money;

import static dk.borgerbro.core.internal.value.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerbro.core.error.InvalidInputException;
import dk.borgerbro.core.internal.value.Corpus;
import dk.borgerbro.core.internal.value.SerialForm;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IbanTest {
    /** Examples that the registry of ISO 13616 prints. */
    @ParameterizedTest
    @CsvSource({
        "DK5000400440116243, DENMARK",
        "FO6264600001631634, FAROE_ISLANDS",
        "GL8964710001000206, GREENLAND",
        "SE4550000000058398257466,",
        "NO9386011117947,",
        "DE89370400440532013000,",
        "GB29NWBK60161331926819,",
        "FR1420041010050500013M02606,",
        "IS140159260076545510730339,",
        "FI2112345600000785,",
        "NL91ABNA0417164300,",
        "MT84MALT011000012345MTLCAST001S,",
    })
    void examplesOfTheRegistryAreAccepted(String text, IbanArea area) {
        Iban iban = Iban.of(text);
        assertThat(iban.value()).isEqualTo(text);
        assertThat(iban.countryCode() + text.substring(2, 4) + iban.bban()).isEqualTo(text);
        assertThat(iban.area().orElse(null)).isEqualTo(area);
        assertThat(iban.toDanishAccount().isPresent()).isEqualTo(area != null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DK50 0040 0440 1162 43",
                " DK5000400440116243 ",
                "dk5000400440116243",
                "Dk50\u00A00040 0440\t1162 43"
            })
    void whatPeopleTypeAndPrintIsAccepted(String text) {
        assertThat(Iban.of(text)).isEqualTo(Iban.of("DK5000400440116243"));
    }

    @Test
    void upperCaseDoesNotDependOnTheLanguageOfTheMachine() {
        assertThat(Locale.getDefault().getLanguage())
                .as("the tests run in Turkish")
                .isEqualTo("tr");
        assertThat(Iban.of("is140159260076545510730339").value()).isEqualTo("IS140159260076545510730339");
    }

    @ParameterizedTest
    @MethodSource("refused")
    void anythingElseIsRefusedWithoutRepeatingIt(String text, String reason) {
        assertRefused(text, "Iban", reason, () -> Iban.of(text));
    }

    static Stream<Arguments> refused() {
        return Corpus.of("refused-iban.tsv");
    }

    @Test
    void numbersOfAllCountriesThatTheLibraryMakesAreAccepted() {
        Random random = new Random(13616);
        for (int i = 0; i < 2_000; i++) {
            String text = org.iban4j.Iban.random(random).toString();
            assertThat(Iban.of(text).value()).isEqualTo(text);
            assertThat(Iban.of(Iban.of(text).formatted())).isEqualTo(Iban.of(text));
        }
    }

    @Test
    void everyWrongDigitAndEverySwapOfNeighboursIsFound() {
        String right = "DK5000400440116243";
        for (int at = 2; at < right.length(); at++) {
            for (char other = '0'; other <= '9'; other++) {
                if (other != right.charAt(at)) {
                    String wrong = right.substring(0, at) + other + right.substring(at + 1);
                    assertRefused(wrong, "Iban", "check digits", () -> Iban.of(wrong));
                }
            }
            if (at > 2 && right.charAt(at) != right.charAt(at - 1)) {
                String swapped =
                        right.substring(0, at - 1) + right.charAt(at) + right.charAt(at - 1) + right.substring(at + 1);
                assertRefused(swapped, "Iban", "check digits", () -> Iban.of(swapped));
            }
        }
    }

    @Test
    void arbitraryTextEndsInANumberOrARefusal() {
        Random random = new Random(7064);
        String alphabet = "DKdk0123456789 FOGL-\u0130\u0131\uD835";
        for (int i = 0; i < 10_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(40);
            for (int j = 0; j < length; j++) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertThat(isAcceptedOrRefused(text.toString())).isTrue();
        }
    }

    @Test
    void itPrintsNothingOfItself() {
        Iban iban = Iban.of("DK5000400440116243");
        assertThat(iban).hasToString("IBAN(hidden)");
        assertThat(iban.masked()).isEqualTo("DK************6243").hasSameSizeAs(iban.value());
        assertThat(iban.formatted()).isEqualTo("DK50 0040 0440 1162 43");
        assertThat(Iban.of("NO9386011117947").formatted()).isEqualTo("NO93 8601 1117 947");
    }

    @Test
    void equalNumbersAreOneKey() {
        Iban iban = Iban.of("DK5000400440116243");
        assertThat(iban)
                .isEqualTo(Iban.of("dk50 0040 0440 1162 43"))
                .hasSameHashCodeAs(Iban.of("dk50 0040 0440 1162 43"))
                .isNotEqualTo(Iban.of("FO6264600001631634"))
                .isNotEqualTo("DK5000400440116243");
    }

    @Test
    void serializationKeepsTheNumberAndChecksItAgain() throws Exception {
        Iban iban = Iban.of("DK5000400440116243");
        assertThat(SerialForm.roundTrip(iban)).isEqualTo(iban);
        assertThatThrownBy(() -> SerialForm.tampered(iban, "DK5000400440116243", "DK5100400440116243"))
                .isInstanceOf(InvalidInputException.class);
    }

    private static boolean isAcceptedOrRefused(String text) {
        try {
            return Iban.of(text).value().length() >= 5;
        } catch (InvalidInputException e) {
            return e.getCause() == null;
        }
    }
}

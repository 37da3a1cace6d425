package dk.borgerbro.core.money;

import static dk.borgerbro.core.internal.value.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerbro.core.error.InvalidInputException;
import dk.borgerbro.core.internal.value.Corpus;
import dk.borgerbro.core.internal.value.SerialForm;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DanishAccountTest {
    @ParameterizedTest
    @CsvSource({
        "0040, 0440116243, DK5000400440116243",
        "8109, 0001000539, DK5581090001000539",
        "8109, 1000539, DK5581090001000539",
        "3000, 0001234567, DK2930000001234567",
    })
    void accountsOfTheSpecificationHaveTheirIbans(String registration, String account, String iban) {
        DanishAccount danish = DanishAccount.of(registration, account);
        assertThat(danish.toIban().value()).isEqualTo(iban);
        assertThat(Iban.of(iban).toDanishAccount()).contains(danish);
        assertThat(danish.bban()).isEqualTo(iban.substring(4));
    }

    @Test
    void faroeseAndGreenlandicIbansHaveRegistrationNumbersToo() {
        DanishAccount faroese = Iban.of("FO6264600001631634").toDanishAccount().orElseThrow();
        DanishAccount greenlandic =
                Iban.of("GL8964710001000206").toDanishAccount().orElseThrow();
        assertThat(faroese).isEqualTo(DanishAccount.of("6460", "1631634"));
        assertThat(faroese.toIban(IbanArea.FAROE_ISLANDS).value()).isEqualTo("FO6264600001631634");
        assertThat(greenlandic.toIban(IbanArea.GREENLAND).value()).isEqualTo("GL8964710001000206");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00400440116243",
                " 00400440116243 ",
                "0040 0440116243",
                "0040-0440116243",
                "0040 440116243",
                "0040-440 116 243",
                "0040 \u00A0 440116243",
                "0040\t440116243"
            })
    void whatPeopleTypeAndPrintIsAccepted(String text) {
        assertThat(DanishAccount.of(text)).isEqualTo(DanishAccount.of("0040", "0440116243"));
    }

    @Test
    void shortAccountNumbersGetZerosInFront() {
        DanishAccount account = DanishAccount.of("0040", "7");
        assertThat(account.registrationNumber()).isEqualTo("0040");
        assertThat(account.accountNumber()).isEqualTo("0000000007");
        assertThat(account.bban()).isEqualTo("00400000000007");
    }

    @ParameterizedTest
    @MethodSource("refused")
    void anythingElseIsRefusedWithoutRepeatingIt(String text, String reason) {
        assertRefused(text, "DanishAccount", reason, () -> DanishAccount.of(text));
    }

    static Stream<Arguments> refused() {
        return Corpus.of("refused-account.tsv");
    }

    @Test
    void partsAreCheckedOnTheirOwn() {
        for (String registration : List.of("", "40", "00400", "004A", "-040", "\u0660040")) {
            assertThatThrownBy(() -> DanishAccount.of(registration, "0440116243"))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("registration number");
        }
        for (String account : List.of("", " ", "04401162431", "4401-16243", "44011624x", "\u0660")) {
            assertThatThrownBy(() -> DanishAccount.of("0040", account))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("account number");
        }
    }

    @Test
    void checkDigitsOfIbansAreThoseOfTheFormula() {
        Random random = new Random(97);
        for (int i = 0; i < 3_000; i++) {
            String bban = String.format(Locale.ROOT, "%014d", random.nextLong(100_000_000_000_000L));
            Iban iban = DanishAccount.of(bban).toIban();
            assertThat(iban.value()).isEqualTo("DK" + expectedCheckDigits(bban) + bban);
            assertThat(Iban.of(iban.value())).isEqualTo(iban);
            assertThat(iban.toDanishAccount()).contains(DanishAccount.of(bban));
        }
    }

    @Test
    void itPrintsNothingOfItself() {
        DanishAccount account = DanishAccount.of("0040", "0440116243");
        assertThat(account).hasToString("Account(hidden)");
        assertThat(account.masked()).isEqualTo("**** ******6243");
    }

    @Test
    void equalAccountsAreOneKey() {
        assertThat(DanishAccount.of("0040 440116243"))
                .isEqualTo(DanishAccount.of("00400440116243"))
                .hasSameHashCodeAs(DanishAccount.of("00400440116243"))
                .isNotEqualTo(DanishAccount.of("00410440116243"))
                .isNotEqualTo("00400440116243");
    }

    @Test
    void serializationKeepsTheAccountAndChecksItAgain() throws Exception {
        DanishAccount account = DanishAccount.of("0040", "0440116243");
        assertThat(SerialForm.roundTrip(account)).isEqualTo(account);
        assertThatThrownBy(() -> SerialForm.tampered(account, "00400440116243", "0040044011624A"))
                .isInstanceOf(InvalidInputException.class);
    }

    /** The formula of the specification: 98 minus (national number, then DK as 1320, then 00) modulo 97. */
    private static String expectedCheckDigits(String bban) {
        int remainder =
                new BigInteger(bban + "132000").mod(BigInteger.valueOf(97)).intValue();
        return String.format(Locale.ROOT, "%02d", 98 - remainder);
    }
}

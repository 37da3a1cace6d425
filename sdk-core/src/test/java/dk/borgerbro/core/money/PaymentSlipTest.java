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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentSlipTest {
    private static final String LINE = "+71<000000000123455+81234560<";

    @ParameterizedTest
    @CsvSource({
        "71, 00000000012345, 000000000123455",
        "71, 12345, 000000000123455",
        "71, 12345678901234, 123456789012347",
        "75, 2, 0000000000000026",
        "04, 12345, 0000000000123455",
        "15, 123456789012345, 1234567890123452",
    })
    void paymentIdsGetZerosInFrontAndACheckDigitBehind(String code, String number, String paymentId) {
        SlipKind kind = SlipKind.ofCode(code).orElseThrow();
        assertThat(kind.paymentIdOf(number)).isEqualTo(paymentId).hasSize(kind.paymentIdLength());
    }

    @Test
    void theLineOfTheSpecificationIsReadAndPrinted() {
        PaymentSlip slip = PaymentSlip.ofLine(LINE);
        assertThat(slip.kind()).isEqualTo(SlipKind.FIK_71);
        assertThat(slip.paymentId()).contains("000000000123455");
        assertThat(slip.creditor()).isEqualTo("81234560");
        assertThat(slip.line()).isEqualTo(LINE);
        assertThat(slip).isEqualTo(PaymentSlip.of(SlipKind.FIK_71, "000000000123455", "81234560"));
    }

    @ParameterizedTest
    @CsvSource({
        "+01<+1234567<, GIRO_01",
        "+04<0000000000123455+1234567<, GIRO_04",
        "+15<0000000000123455+12345678<, GIRO_15",
        "+71<000000000123455+81234560<, FIK_71",
        "+73<+81234560<, FIK_73",
        "+75<0000000000123455+81234560<, FIK_75",
    })
    void linesOfAllKindsAreReadAndPrinted(String line, SlipKind kind) {
        PaymentSlip slip = PaymentSlip.ofLine(line);
        assertThat(slip.kind()).isEqualTo(kind);
        assertThat(slip.line()).isEqualTo(line);
        assertThat(slip.paymentId().isPresent()).isEqualTo(kind.hasPaymentId());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "71<000000000123455+81234560",
                "+71< 000000000123455 +81234560<",
                ">71<000000000123455+81234560<",
                " +71<00000 00001 23455 +8123 4560< "
            })
    void whatPeopleTypeIsAccepted(String line) {
        assertThat(PaymentSlip.ofLine(line)).isEqualTo(PaymentSlip.ofLine(LINE));
    }

    @Test
    void giroIdsMayComeWithoutTheirLeadingZeros() {
        PaymentSlip shortId = PaymentSlip.of(SlipKind.GIRO_04, "123455", "1234567");
        assertThat(shortId.paymentId()).contains("0000000000123455");
        assertThat(shortId).isEqualTo(PaymentSlip.of(SlipKind.GIRO_04, "0000000000123455", "1234567"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void anyOtherLineIsRefusedWithoutRepeatingIt(String line, String reason) {
        assertRefused(line, "PaymentSlip", reason, () -> PaymentSlip.ofLine(line));
    }

    static Stream<Arguments> refused() {
        return Corpus.of("refused-slip.tsv");
    }

    @Test
    void partsAreCheckedAsLinesAre() {
        assertRefused("", "PaymentSlip", "exactly 15", () -> PaymentSlip.of(SlipKind.FIK_71, "81234560"));
        assertRefused("", "PaymentSlip", "no payment id", () -> PaymentSlip.of(SlipKind.FIK_73, "18", "81234560"));
        assertRefused("", "PaymentSlip", "giro number", () -> PaymentSlip.of(SlipKind.GIRO_01, "812345601"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123456789012345", "12A", "-1", "\u0661"})
    void noPaymentIdIsMadeOfOtherText(String number) {
        assertRefused(number, "PaymentSlip", "1 to 14 digits", () -> SlipKind.FIK_71.paymentIdOf(number));
    }

    @Test
    void kindsWithoutPaymentIdMakeNone() {
        assertRefused("", "PaymentSlip", "has no payment id", () -> SlipKind.FIK_73.paymentIdOf("1"));
        assertRefused("", "PaymentSlip", "has no payment id", () -> SlipKind.GIRO_01.paymentIdOf("1"));
    }

    @ParameterizedTest
    @EnumSource(SlipKind.class)
    void whateverIsMadeIsReadBack(SlipKind kind) {
        Random random = new Random(Integer.parseInt(kind.code()));
        for (int i = 0; i < 2_000; i++) {
            String creditor = String.format(Locale.ROOT, "%08d", random.nextInt(100_000_000));
            PaymentSlip slip = kind.hasPaymentId()
                    ? PaymentSlip.of(kind, kind.paymentIdOf(Integer.toString(random.nextInt(1_000_000))), creditor)
                    : PaymentSlip.of(kind, creditor);
            assertThat(PaymentSlip.ofLine(slip.line())).isEqualTo(slip).hasSameHashCodeAs(slip);
        }
    }

    @Test
    void kindsTellWhatTheyAllow() {
        assertThat(Stream.of(SlipKind.values()).filter(SlipKind::allowsText))
                .containsExactly(SlipKind.GIRO_01, SlipKind.FIK_73, SlipKind.FIK_75);
        assertThat(Stream.of(SlipKind.values()).filter(SlipKind::hasPaymentId))
                .containsExactly(SlipKind.GIRO_04, SlipKind.GIRO_15, SlipKind.FIK_71, SlipKind.FIK_75);
        assertThat(Stream.of(SlipKind.values()).filter(SlipKind::isGiro))
                .containsExactly(SlipKind.GIRO_01, SlipKind.GIRO_04, SlipKind.GIRO_15);
        assertThat(SlipKind.ofCode("72")).isEmpty();
        assertThat(SlipKind.ofCode("")).isEmpty();
    }

    @Test
    void itPrintsNothingOfItselfButTheKind() {
        assertThat(PaymentSlip.ofLine(LINE)).hasToString("Slip(71, hidden)");
    }

    @Test
    void slipsThatDifferInAnyPartAreNotEqual() {
        PaymentSlip slip = PaymentSlip.ofLine("+04<0000000000123455+12345678<");
        assertThat(slip)
                .isNotEqualTo(PaymentSlip.ofLine("+15<0000000000123455+12345678<"))
                .isNotEqualTo(PaymentSlip.ofLine("+04<0000000000000018+12345678<"))
                .isNotEqualTo(PaymentSlip.ofLine("+04<0000000000123455+12345679<"))
                .isNotEqualTo(slip.line());
    }

    @Test
    void serializationKeepsTheSlipAndChecksItAgain() throws Exception {
        PaymentSlip slip = PaymentSlip.ofLine(LINE);
        assertThat(SerialForm.roundTrip(slip)).isEqualTo(slip);
        assertThatThrownBy(() -> SerialForm.tampered(slip, "000000000123455", "000000000123456"))
                .isInstanceOf(InvalidInputException.class);
    }
}

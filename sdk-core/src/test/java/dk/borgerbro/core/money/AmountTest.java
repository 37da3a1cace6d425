package dk.borgerbro.core.money;

import static dk.borgerbro.core.internal.value.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerbro.core.error.InvalidInputException;
import dk.borgerbro.core.internal.value.Corpus;
import dk.borgerbro.core.internal.value.SerialForm;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountTest {
    private static final String LARGEST = "9999999999999999.99";

    @ParameterizedTest
    @CsvSource({
        "1250.05, 125005, 1250.05",
        "1250.5, 125050, 1250.50",
        "1250, 125000, 1250.00",
        "1250., 125000, 1250.00",
        ".05, 5, 0.05",
        "-0.05, -5, -0.05",
        "-.5, -50, -0.50",
        "+7, 700, 7.00",
        "0, 0, 0.00",
        "-0, 0, 0.00",
        "-0.00, 0, 0.00",
        "007.50, 750, 7.50",
        "' 12.34\t', 1234, 12.34",
        "00000000000000000000000000001.00, 100, 1.00",
        "9999999999.99, 999999999999, 9999999999.99",
        "9999999999999999.99, 999999999999999999, 9999999999999999.99",
        "-9999999999999999.99, -999999999999999999, -9999999999999999.99"
    })
    void textIsReadExactly(String text, long oere, String printed) {
        Amount amount = Amount.dkk(text);
        assertThat(amount.toOere()).isEqualTo(oere);
        assertThat(amount).hasToString(printed);
        assertThat(amount.toBigDecimal()).isEqualTo(new BigDecimal(printed));
        assertThat(amount.toBigDecimal().scale()).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void anyOtherTextIsRefused(String text, String reason) {
        assertRefused(text, "Amount", reason, () -> Amount.dkk(text));
    }

    static Stream<Arguments> refused() {
        return Corpus.of("refused-amount.tsv");
    }

    @Test
    void aDecimalOfAnyScaleIsTakenWhenNothingIsLost() {
        assertThat(Amount.dkk(new BigDecimal("1250.05000"))).isEqualTo(Amount.dkk("1250.05"));
        assertThat(Amount.dkk(new BigDecimal("12.5E2"))).isEqualTo(Amount.dkk("1250"));
        assertThat(Amount.dkk(new BigDecimal("1E15"))).isEqualTo(Amount.dkk("1000000000000000"));
        assertThat(Amount.dkk(new BigDecimal("0E-1000000000"))).isEqualTo(Amount.ZERO);
        assertThat(Amount.dkk(new BigDecimal("0E+1000000000"))).isEqualTo(Amount.ZERO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0.001", "-0.005", "1250.055", "1E-3", "1E-1000000000", "1.0000000000000000000000000000001"})
    void aDecimalThatNeedsRoundingIsRefused(String decimal) {
        BigDecimal exact = new BigDecimal(decimal);
        assertThatThrownBy(() -> Amount.dkk(exact))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("round it first");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1E16", "-1E16", "10000000000000000.00", "1E1000000000", "-9E2147483000", "12345678901234567890"
            })
    void aDecimalThatIsTooLargeIsRefusedAtOnce(String decimal) {
        BigDecimal exact = new BigDecimal(decimal);
        assertThatThrownBy(() -> Amount.dkk(exact))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("larger than");
    }

    @Test
    void scalesAtTheEndOfIntegersDoNotOverflow() {
        BigDecimal huge = new BigDecimal(BigInteger.ONE, Integer.MIN_VALUE);
        BigDecimal tiny = new BigDecimal(BigInteger.ONE, Integer.MAX_VALUE);
        assertThatThrownBy(() -> Amount.dkk(huge)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Amount.dkk(tiny)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void oereAreBoundedToo() {
        assertThat(Amount.ofOere(125_005)).hasToString("1250.05");
        assertThatThrownBy(() -> Amount.ofOere(1_000_000_000_000_000_000L)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Amount.ofOere(Long.MIN_VALUE)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Amount.ofOere(Long.MAX_VALUE)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void sumsAndDifferencesThatAreTooLargeAreRefused() {
        Amount largest = Amount.dkk(LARGEST);
        assertThatThrownBy(() -> largest.plus(Amount.dkk("0.01"))).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> largest.plus(largest)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> largest.negate().minus(largest)).isInstanceOf(InvalidInputException.class);
        assertThat(largest.minus(largest)).isEqualTo(Amount.ZERO);
    }

    @Test
    void signsAreTold() {
        assertThat(Amount.dkk("0.01").isPositive()).isTrue();
        assertThat(Amount.dkk("-0.01").isNegative()).isTrue();
        assertThat(Amount.ZERO.isZero()).isTrue();
        assertThat(Amount.ZERO.isPositive()).isFalse();
        assertThat(Amount.ZERO.isNegative()).isFalse();
        assertThat(Amount.dkk("-3").abs()).isEqualTo(Amount.dkk("3"));
        assertThat(Amount.dkk("3").abs()).isEqualTo(Amount.dkk("3"));
        assertThat(Amount.dkk("3").negate()).isEqualTo(Amount.dkk("-3"));
    }

    @Test
    void equalAmountsAreEqualHoweverTheyWereWritten() {
        assertThat(Amount.dkk("1"))
                .isEqualTo(Amount.dkk("1.00"))
                .hasSameHashCodeAs(Amount.ofOere(100))
                .isNotEqualTo(Amount.dkk("1.01"))
                .isNotEqualTo(new BigDecimal("1.00"));
    }

    @Test
    void amountsSortBySize() {
        assertThat(List.of(Amount.dkk("2"), Amount.dkk("-10"), Amount.dkk("1.99")).stream()
                        .sorted())
                .containsExactly(Amount.dkk("-10"), Amount.dkk("1.99"), Amount.dkk("2"));
    }

    @Test
    void serializationKeepsTheAmountAndChecksItAgain() throws Exception {
        Amount amount = Amount.ofOere(0x0102030405060708L);
        assertThat(SerialForm.roundTrip(amount)).isEqualTo(amount);
        assertThatThrownBy(() -> SerialForm.tampered(
                        amount,
                        "\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b",
                        "\u007f\u0002\u0003\u0004\u0005\u0006\u0007\b"))
                .isInstanceOf(InvalidInputException.class);
    }
}
